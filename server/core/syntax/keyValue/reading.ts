import type { Comment, Tree } from '../tree.ts';
import type { KeyValueDialect } from './dialects.ts';
import { isBlank } from './lines.ts';

/** What is known while a text is being read. */
export interface Reading {
  readonly text: string;
  readonly dialect: KeyValueDialect;
  readonly comments: Comment[];
  readonly errors: Tree['errors'][number][];
}

/** Whether the line whose first character stands at `at` is a comment. */
export function commentLine({ text, dialect }: Reading, at: number): boolean {
  return dialect.comments.includes(text[at] ?? '\n') || (dialect.slashes && text.startsWith('//', at));
}

/** Whether a comment behind a key or value begins at `at`. */
export function inlineComment({ text, dialect }: Reading, at: number): boolean {
  const slashes = dialect.slashes && text.startsWith('//', at);
  if (!slashes && !dialect.inline.includes(text[at] ?? '\n')) return false;
  const before = text[at - 1] ?? '\n';
  return dialect.inlineAfter === 'anything' || isBlank(before) || (slashes && dialect.ends.includes(before));
}
