import type { Span } from '../../text/span.ts';
import { BACKSLASH, CR, DOUBLE_QUOTE, HASH, isBlank, isLineEnd, isMarker, LF, SINGLE_QUOTE } from '../characters.ts';
import { escapeAt } from '../escape.ts';
import { type Cursor, fail, peekLine } from './cursor.ts';
import { looksLikeBlock } from './looksLikeBlock.ts';
import { YamlScalar } from './yamlScalar.ts';

/** A quoted scalar. Where its end is missing, it ends with the line before the one that reads as something new. */
export function quotedScalar(c: Cursor, indent: number): YamlScalar {
  const text = c.text;
  const length = c.length;
  const start = c.at;
  const quote = text.charCodeAt(start);
  let exact = true;
  const stop = quote === DOUBLE_QUOTE ? c.doubleStop : c.singleStop;
  let at = stop.next(text, start + 1);
  for (; at < length; at = stop.next(text, at + 1)) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === DOUBLE_QUOTE || text.charCodeAt(at + 1) !== SINGLE_QUOTE) return finish(c, start, at, exact, true);
      exact = false;
      at++;
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      exact = false;
      at = escaped(c, at);
    } else if (code === LF || code === CR) {
      exact = false;
      if (!continues(c, at, indent)) break;
      at = c.peekAt - 1;
      c.lineStart = c.peekStart;
    }
  }
  return finish(c, start, Math.min(at, length), exact, false);
}

function finish(c: Cursor, start: number, stop: number, exact: boolean, closed: boolean): YamlScalar {
  let end = stop;
  if (!closed) {
    while (end > start + 1 && isBlank(c.text.charCodeAt(end - 1))) end--;
    fail(c, start, end, 'This quote is not closed');
  }
  const style = c.text.charCodeAt(start) === DOUBLE_QUOTE ? 'double' : 'single';
  const span: Span = { start, end: closed ? end + 1 : end };
  const inner: Span = { start: start + 1, end };
  c.at = closed ? end + 1 : stop;
  c.last = span.end;
  return new YamlScalar(c.text, span, inner, style, exact, 0);
}

/** The last offset of the escape at `at`, but of a line end only the backslash. */
function escaped(c: Cursor, at: number): number {
  const text = c.text;
  if (at + 1 >= c.length || isLineEnd(text.charCodeAt(at + 1))) return at;
  const known = escapeAt(text, at);
  if (known !== undefined) return at + known.length - 1;
  fail(c, at, at + 2, 'YAML knows no such escape');
  return at + 1;
}

function continues(c: Cursor, at: number, indent: number): boolean {
  if (!peekLine(c, at)) return false;
  const column = c.peekAt - c.peekStart;
  if (column === 0 && isMarker(c.text, c.peekAt)) return false;
  if (column > indent) return true;
  const code = c.text.charCodeAt(c.peekAt);
  // A quote that is more than the missing end begins the next text.
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return endsLine(c.text, c.peekAt + 1);
  return code !== HASH && !looksLikeBlock(c.text, c.peekAt);
}

function endsLine(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at >= text.length || isLineEnd(text.charCodeAt(at));
}
