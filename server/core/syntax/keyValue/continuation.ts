import type { Span } from '../../text/span.ts';
import type { Comment } from '../tree.ts';
import { lineEnd, nextLine, skipBlanks } from './lines.ts';
import { commentLine, type Reading } from './reading.ts';

/** The lines of an entry that go on where one ends with a backslash, without it. Comments may stand between them. */
export function backslashLines(reading: Reading, first: Span): Span[] {
  const { text, dialect } = reading;
  const lines: Span[] = [];
  let { start, end } = first;
  while (endsWithBackslash(text, start, end)) {
    lines.push({ start, end: end - 1 });
    do {
      const next = nextLine(text, end);
      if (next === text.length) return [...lines, { start: end, end }];
      end = lineEnd(text, next);
      start = skipBlanks(text, next, end);
      // In Java's properties such a line belongs to the value.
    } while (dialect.glue !== '' && isComment(reading, start, end));
  }
  lines.push({ start, end });
  return lines;
}

function endsWithBackslash(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && text[at - 1] === '\\') at--;
  return (end - at) % 2 === 1;
}

function isComment(reading: Reading, start: number, end: number): boolean {
  if (start === end || !commentLine(reading, start)) return false;
  reading.comments.push({ span: { start, end }, alone: true });
  return true;
}

/**
 * The lines below the one that ends at `end` which are indented deeper than its key. Blank lines and comments may stand
 * between them. Many programs do not know such lines and let keys be indented at will, so what looks like the next key
 * is one: unless nothing stands before it or a comma does.
 */
export function indentedLines(reading: Reading, indent: number, end: number, begun: boolean): readonly Span[] {
  const { text, comments } = reading;
  const lines: Span[] = [];
  let waiting: Comment[] = [];
  let open = !begun || endsWithComma(text, end);
  for (let next = nextLine(text, end); next < text.length; ) {
    const stop = lineEnd(text, next);
    const start = skipBlanks(text, next, stop);
    if (start < stop && commentLine(reading, start)) {
      waiting.push({ span: { start, end: stop }, alone: true });
    } else if (start < stop) {
      if (start - next <= indent || (!open && looksLikeKey(text, start, stop))) break;
      lines.push({ start, end: stop });
      for (const comment of waiting) comments.push(comment);
      waiting = [];
      open = endsWithComma(text, stop) || !begun;
    }
    next = nextLine(text, stop);
  }
  return lines;
}

function endsWithComma(text: string, end: number): boolean {
  return text[end - 1] === ',';
}

const KEY = /[A-Za-z_][\w.-]*[ \t]*=(?!=)/y;

function looksLikeKey(text: string, start: number, end: number): boolean {
  KEY.lastIndex = start;
  return KEY.test(text) || (text[start] === '[' && text[end - 1] === ']');
}
