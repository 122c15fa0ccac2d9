import { CR, HASH, isBlank, isLineEnd, LF, SPACE, TAB } from '../characters.ts';
import { Templates } from '../templates.ts';
import type { Comment, SyntaxError as TomlError } from '../tree.ts';

/** Where the reader stands, and what it has gathered on its way. One lives as long as one reading. */
export class TomlCursor {
  readonly text: string;
  readonly length: number;
  readonly templates: Templates;
  readonly comments: Comment[] = [];
  readonly errors: TomlError[] = [];
  at = 0;
  /** End of the last content that was read. */
  last = 0;
  /** Arrays that are open, but for those around an inline table. */
  arrays = 0;
  /** Inline tables that are open. */
  braces = 0;
  /** A line begins here that reads as the next entry or table: what is still open ends. */
  cut = -1;
  /** One error is enough for all brackets that are open where reading stopped. */
  unclosedAt = -1;

  constructor(text: string) {
    this.text = text;
    this.length = text.length;
    this.templates = new Templates(text);
  }
}

/** Goes over blanks, comments and line ends to the next content. True where it came to another line. */
export function toContent(c: TomlCursor): boolean {
  const { text, length } = c;
  let at = c.at;
  let crossed = false;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB || code === BYTE_ORDER_MARK) at++;
    else if (code === LF || code === CR) {
      crossed = true;
      at++;
    } else if (code === HASH) at = comment(c, at);
    else break;
  }
  c.at = at;
  return crossed;
}

/** Goes over the blanks of a line. */
export function skipBlanks(c: TomlCursor): void {
  while (c.at < c.length && isBlank(c.text.charCodeAt(c.at))) c.at++;
}

/** At the end of the text or of a line, or at a comment. */
export function atLineEnd(c: TomlCursor): boolean {
  if (c.at >= c.length) return true;
  const code = c.text.charCodeAt(c.at);
  return isLineEnd(code) || code === HASH;
}

/** Offset of the line end at or after `from`. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Of several things wrong at one place the first is enough. */
export function fail(c: TomlCursor, start: number, end: number, message: string): void {
  if (c.errors.at(-1)?.span.start === start) return;
  // What is missing may be missing at the end of the text.
  c.errors.push({ span: { start, end: Math.min(end, c.length) }, message });
}

/** Reports a bracket that is never closed; of several that end at one place, the innermost alone. */
export function unclosed(c: TomlCursor, start: number): void {
  if (c.unclosedAt !== c.at) fail(c, start, start + 1, 'This bracket is not closed');
  c.unclosedAt = c.at;
}

const BYTE_ORDER_MARK = 0xfeff;

function comment(c: TomlCursor, at: number): number {
  const { text } = c;
  const end = lineEnd(text, at);
  let before = at;
  while (before > 0 && isBlank(text.charCodeAt(before - 1))) before--;
  c.comments.push({ span: { start: at, end }, alone: before === 0 || isLineEnd(text.charCodeAt(before - 1)) });
  return end;
}
