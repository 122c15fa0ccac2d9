import type { DocumentFacts } from '../../facts/document.ts';
import type { Span } from '../../text/span.ts';

/** What is being typed where a port may go. */
export interface Word {
  readonly span: Span;
  readonly text: string;
}

/** The digits or letters around an offset, on its line; undefined where a look at the line tells that no port goes there. */
export function wordAt(facts: DocumentFacts, offset: number): Word | undefined {
  const { lines, text } = facts;
  const { line } = lines.position(offset);
  const lineStart = lines.start(line);
  const lineEnd = lines.offset({ line, character: Number.POSITIVE_INFINITY });
  if (lineEnd - lineStart > LONGEST_LINE) return undefined;
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd);
  // `8000-80` ends in a number of its own, `node-exp` is one name, and `${PORT-` waits for another word.
  const own = /(?<!\$\{)\b[A-Za-z][\w-]*$|\d\w*$/.exec(before)?.[0] ?? '';
  const startsWithLetter = /^[A-Za-z]/.test(own || after);
  const tail = (startsWithLetter ? /^[\w-]*/ : /^\w*/).exec(after)?.[0] ?? '';
  const word = { span: { start: offset - own.length, end: offset + tail.length }, text: own + tail };
  const left = before.slice(0, before.length - own.length);
  const right = after.slice(tail.length);
  return isComment(left, facts) || isOther(word.text, left, right) ? undefined : word;
}

/** Longer ones are written by no hand. */
const LONGEST_LINE = 2000;
const LONGEST_WORD = 40;

function isComment(left: string, { comment }: DocumentFacts): boolean {
  return comment !== undefined && left.trimStart().startsWith(comment.open);
}

/** A key, the name of a variable, a part of a version or of an address. */
function isOther(word: string, left: string, right: string): boolean {
  if (word.length > LONGEST_WORD || /[A-Za-z_][.\\]$/.test(left) || /^\.\w/.test(right)) return true;
  // Behind a quote that closes, or before the slashes of a URL.
  if (/(?:^|[^\s=:,([{])["']$/.test(left)) return true;
  if (/\bhttps?:$/.test(left) && !/^\/[^/]/.test(right)) return true;
  if (!/^[A-Za-z]/.test(word)) return false;
  // A line begins with a key, or with what it is about.
  if (left.trim() === '') return true;
  return /\$$/.test(left) || /^["']?(?:\s*=|\s*:(?:\s|$))/.test(right);
}
