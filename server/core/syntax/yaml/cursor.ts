import { afterBreak, CR, HASH, isBlank, isLineEnd, isMarker, LF, SPACE, TAB } from '../characters.ts';
import type { Comment, SyntaxError as YamlError } from '../tree.ts';
import type { Anchor } from './properties.ts';
import { Search } from './search.ts';

/** Where the reader stands, and what it has gathered on its way. One lives as long as one reading. */
export class Cursor {
  readonly text: string;
  readonly length: number;
  /** A search for LF alone finds every line end. */
  readonly onlyLf: boolean;
  /** Line ends are LF and no tab is anywhere, so that native searches will do. */
  readonly tidy: boolean;
  readonly content: Search = new Search(/[^ \t\n\r]/g);
  readonly plainStop: Search = new Search(/[:#\n\r]/g);
  readonly flowStop: Search = new Search(/[:#,[\]{}\n\r]/g);
  readonly doubleStop: Search = new Search(/["\\\n\r]/g);
  readonly singleStop: Search = new Search(/['\n\r]/g);
  readonly comments: Comment[] = [];
  readonly errors: YamlError[] = [];
  anchors: Map<string, Anchor> | undefined = undefined;
  at = 0;
  /** Offset of the first character of the line in which `at` stands. */
  lineStart = 0;
  /** Column of the content at `at`, in code units from 0; -1 at the end of the document. Set by `toContent`. */
  column = 0;
  /** The content is indented with a tab. Set by `toContent`. */
  tabbed = false;
  /** End of the last content that was read. */
  last = 0;
  /** Collections around the cursor. */
  depth = 0;
  /** The greatest `depth` since the innermost open anchor. */
  deepest = 0;
  /** Nodes so far, with what aliases stand for. */
  size = 0;
  /** Nodes that aliases stand for. */
  shared = 0;
  /** Where reading stopped for want of a closing bracket: one error is enough for all that are open. */
  unclosedAt = -1;
  /** Where flow collections end although no bracket closes them. */
  flowEnd = -1;
  tooDeep = false;
  /** What `peekLine` found: the first character of a line that is not blank, and the start of that line. */
  peekAt = 0;
  peekStart = 0;

  constructor(text: string) {
    this.text = text;
    this.length = text.length;
    this.onlyLf = !text.includes('\r');
    this.tidy = this.onlyLf && !text.includes('\t');
  }
}

/** Goes over blanks, comments and line ends to the next content. True where it came to another line. */
export function toContent(c: Cursor): boolean {
  const text = c.text;
  const length = c.length;
  const from = c.lineStart;
  const entered = c.at;
  let at = entered;
  let start = from;
  let tab = false;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === SPACE) at++;
    else if (code === LF) {
      if (c.tidy) {
        at = c.content.next(text, at);
        start = text.lastIndexOf('\n', at - 1) + 1;
      } else {
        start = ++at;
        tab = false;
      }
    } else if (code === HASH) at = comment(c, at, start);
    else if (code === TAB) {
      at++;
      tab = true;
    } else if (code === CR) {
      at = start = afterBreak(text, at);
      tab = false;
    } else break;
  }
  c.at = at;
  c.lineStart = start;
  c.tabbed = tab && (start !== from || entered === from);
  c.column = at >= length || (at === start && isMarker(text, at)) ? -1 : at - start;
  return start !== from;
}

/** Of several things wrong at one place the first is enough. */
export function fail(c: Cursor, start: number, end: number, message: string): void {
  if (c.errors.at(-1)?.span.start === start) return;
  c.errors.push({ span: { start, end }, message });
}

/** Looks for the next line that is not blank, from a line end on. False at the end of the text. */
export function peekLine(c: Cursor, from: number): boolean {
  const text = c.text;
  const length = c.length;
  let at = from;
  let start = c.lineStart;
  if (c.tidy) {
    c.peekAt = c.content.next(text, from);
    c.peekStart = text.lastIndexOf('\n', c.peekAt - 1) + 1;
    return c.peekAt < length;
  }
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB) at++;
    else if (code === LF) start = ++at;
    else if (code === CR) at = start = afterBreak(text, at);
    else {
      c.peekAt = at;
      c.peekStart = start;
      return true;
    }
  }
  return false;
}

/** Goes over the blanks of a line. */
export function skipBlanks(c: Cursor): void {
  while (c.at < c.length && isBlank(c.text.charCodeAt(c.at))) c.at++;
}

/** Offset of the line end at or after `from`. */
export function lineEnd(c: Cursor, from: number): number {
  if (c.onlyLf) {
    const found = c.text.indexOf('\n', from);
    return found < 0 ? c.length : found;
  }
  let at = from;
  while (at < c.length && !isLineEnd(c.text.charCodeAt(at))) at++;
  return at;
}

/** Gives the rest of the line up as wrong, but for a comment at its end. `start` is where the error begins. */
export function skipRest(c: Cursor, start: number, message: string): void {
  const text = c.text;
  const stop = lineEnd(c, c.at);
  let end = c.at;
  while (end < stop && !(text.charCodeAt(end) === HASH && isBlank(text.charCodeAt(end - 1)))) end++;
  c.at = end;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  c.last = end;
  fail(c, start, end, message);
  toContent(c);
}

function comment(c: Cursor, at: number, start: number): number {
  const end = lineEnd(c, at);
  let before = at;
  while (before > start && isBlank(c.text.charCodeAt(before - 1))) before--;
  if (before === at && at > start) fail(c, at, end, 'A comment needs a blank before its #');
  c.comments.push({ span: { start: at, end }, alone: before === start });
  return end;
}
