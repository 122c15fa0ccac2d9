import type { Span } from '../../text/span.ts';
import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  CR,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  LF,
  SPACE,
} from '../characters.ts';
import { LazyScalar } from '../lazyScalar.ts';
import { fail, type JsonCursor } from './jsonCursor.ts';
import { jsonText } from './jsonText.ts';

/** A text in quotes of either kind. Where its end is missing, it ends with its line. */
export function readString(c: JsonCursor): LazyScalar {
  const { text, length } = c;
  const start = c.at;
  const quote = text.charCodeAt(start);
  let exact = true;
  let known = start + 1;
  let at = known;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (endsHere(text, at + 1)) return finish(c, start, at, exact, true);
      const behind = templateEnd(c, known, at);
      if (behind < 0) return finish(c, start, at, exact, true);
      known = behind;
      at = behind - 1;
    } else if (code === BACKSLASH) {
      exact = false;
      at++;
      if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++;
    } else if (code === LF || code === CR) break;
  }
  return finish(c, start, Math.min(at, length), exact, false);
}

function finish(c: JsonCursor, start: number, stop: number, exact: boolean, closed: boolean): LazyScalar {
  const { text } = c;
  let end = stop;
  if (!closed) {
    while (end > start + 1 && isBlank(text.charCodeAt(end - 1))) end--;
    if (end > start + 1 && text.charCodeAt(end - 1) === COMMA) end--;
    fail(c, start, end, 'This quote is not closed');
  }
  const style = text.charCodeAt(start) === DOUBLE_QUOTE ? 'double' : 'single';
  const span: Span = { start, end: closed ? end + 1 : end };
  c.at = c.last = span.end;
  return new LazyScalar(text, span, { start: start + 1, end }, style, exact ? undefined : jsonText);
}

/** What follows a text in JSON. Anything else may be a quote within a template: `"{{ env "PORT" }}"`. */
function endsHere(text: string, from: number): boolean {
  let at = from;
  let code = text.charCodeAt(at);
  while (code === SPACE) code = text.charCodeAt(++at);
  return (
    code === COMMA ||
    code === COLON ||
    code === CLOSE_MAP ||
    code === CLOSE_LIST ||
    code === HASH ||
    code === SLASH ||
    code < SPACE ||
    at >= text.length
  );
}

/** The end of the template around `at` that begins after `from`; -1 where none is. */
function templateEnd(c: JsonCursor, from: number, at: number): number {
  for (const open of OPENINGS) {
    const start = c.text.slice(from, at).lastIndexOf(open);
    if (start < 0) continue;
    const end = c.templates.end(from + start);
    if (end > at) return end;
  }
  return -1;
}

const SLASH = 47;
const OPENINGS: readonly string[] = ['{{', '<%', '{%'];
