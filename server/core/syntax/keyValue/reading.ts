import type { Comment, Tree } from '../tree.ts';
import type { KeyValueDialect } from './dialects.ts';

/** What is known while a text is being read. */
export interface Reading {
  readonly text: string;
  readonly dialect: KeyValueDialect;
  readonly comments: Comment[];
  readonly errors: Tree['errors'][number][];
}

/** Whether a comment behind a key or value begins at `at`. */
export function inlineComment({ text, dialect }: Reading, at: number): boolean {
  const char = text[at] ?? '';
  if (char === '' || !dialect.inline.includes(char)) return false;
  return dialect.inlineAfter === 'anything' || text[at - 1] === ' ' || text[at - 1] === '\t';
}
