import type { CommentForm } from '../facts/document.ts';
import type { Comment } from '../syntax/tree.ts';

/**
 * How a comment is written in a text: as the first one in it that has a line of its own, else as its format says. Undefined
 * where the format has no comments, as JSON by itself has none.
 */
export function commentForm(
  text: string,
  comments: readonly Comment[],
  usual: string | undefined,
): CommentForm | undefined {
  const first = comments.find(({ alone }) => alone);
  const mark = first ? MARK.exec(text.slice(first.span.start, first.span.start + 8))?.[0] : undefined;
  const open = mark ?? usual ?? byBeginning(text);
  return open === undefined ? undefined : { open, close: CLOSE[open] ?? '' };
}

const MARK = /^(?:#|\/\/|\/\*|<!--|--|;|%|!|::|rem\b)/i;

const CLOSE: Readonly<Record<string, string>> = { '<!--': ' -->', '/*': ' */' };

function byBeginning(text: string): string | undefined {
  if (/^\uFEFF?\s*<[\w?!]/.test(text)) return '<!--';
  return /^\uFEFF?\s*(?:\{\s*["}]|\[\s*[[{"\]\d])/.test(text) ? undefined : '#';
}
