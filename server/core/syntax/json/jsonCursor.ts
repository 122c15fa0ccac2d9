import { HASH, isBlank, isLineEnd, LESS, OPEN_MAP, SPACE, STAR } from '../characters.ts';
import type { LazyScalar } from '../lazyScalar.ts';
import { Templates } from '../templates.ts';
import type { Comment, SyntaxError as JsonError } from '../tree.ts';

/** Where the reader stands, and what it has gathered on its way. One lives as long as one reading. */
export class JsonCursor {
  readonly text: string;
  readonly length: number;
  readonly templates: Templates;
  readonly comments: Comment[] = [];
  readonly errors: JsonError[] = [];
  at = 0;
  /** End of the last content that was read. */
  last = 0;
  /** Maps and lists around the cursor. */
  maps = 0;
  lists = 0;
  tooDeep = false;
  /** Where reading stopped for want of a closing bracket: one error is enough for all that are open. */
  unclosedAt = -1;
  /** A scalar that turned out to be the key of a collection further out; the cursor is at its colon. */
  pending: LazyScalar | undefined = undefined;
  /** No block comment ends from here on. */
  noCommentEnd = false;

  constructor(text: string) {
    this.text = text;
    this.length = text.length;
    this.templates = new Templates(text);
  }
}

/** Goes over blanks, comments and template statements to the next content. */
export function toContent(c: JsonCursor): void {
  const { text, length } = c;
  let at = c.at;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code <= SPACE) {
      at++;
      continue;
    }
    let end = -1;
    if (code === SLASH || code === HASH) end = comment(c, at);
    else if (code === OPEN_MAP || code === LESS) end = c.templates.statementEnd(at);
    else if (code > LAST_ASCII && WIDE_BLANK.test(text.charAt(at))) end = at + 1;
    if (end < 0) break;
    at = end;
  }
  c.at = at;
}

/** Of several things wrong at one place the first is enough. */
export function fail(c: JsonCursor, start: number, end: number, message: string): void {
  if (c.errors.at(-1)?.span.start === start) return;
  c.errors.push({ span: { start, end }, message });
}

/** Reports a bracket that is never closed; of several that end at one place, the innermost alone. */
export function unclosed(c: JsonCursor, start: number): void {
  if (c.unclosedAt !== c.at) fail(c, start, start + 1, 'This bracket is not closed');
  c.unclosedAt = c.at;
}

const SLASH = 47;
const LAST_ASCII = 127;

/** https://spec.json5.org/#white-space */
const WIDE_BLANK = /[\s\uFEFF]/;

/** The end of the comment at `at`; -1 where none is. */
function comment(c: JsonCursor, at: number): number {
  const { text } = c;
  const next = text.charCodeAt(at + 1);
  let end: number;
  if (text.charCodeAt(at) === HASH) {
    if (c.templates.end(at) >= 0) return -1;
    end = lineEnd(text, at);
    fail(c, at, end, 'JSON has no comments with #');
  } else if (next === SLASH) end = lineEnd(text, at);
  else if (next === STAR) end = blockEnd(c, at);
  else return -1;
  let before = at;
  while (before > 0 && isBlank(text.charCodeAt(before - 1))) before--;
  c.comments.push({ span: { start: at, end }, alone: before === 0 || isLineEnd(text.charCodeAt(before - 1)) });
  return end;
}

/** A comment that nothing ends is one line, so that the rest of the file is still read. */
function blockEnd(c: JsonCursor, at: number): number {
  const found = c.noCommentEnd ? -1 : c.text.indexOf('*/', at + 2);
  if (found >= 0) return found + 2;
  c.noCommentEnd = true;
  const end = lineEnd(c.text, at);
  fail(c, at, end, 'This comment is not closed');
  return end;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}
