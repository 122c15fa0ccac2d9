import { afterBreak, BACKSLASH, COMMA, DOUBLE_QUOTE, isBlank, isLineEnd } from '../characters.ts';
import { LazyScalar } from '../lazyScalar.ts';
import { fail, lineEnd, type TomlCursor } from './tomlCursor.ts';
import { tomlText } from './tomlText.ts';

/** A text in quotes, of one line or of several. */
export function readString(c: TomlCursor): LazyScalar {
  const { text } = c;
  const quote = text.charCodeAt(c.at);
  return text.charCodeAt(c.at + 1) === quote && text.charCodeAt(c.at + 2) === quote ? readLines(c) : readLine(c);
}

/** `"..."` or `'...'`. Where its end is missing, it ends with its line. */
export function readLine(c: TomlCursor): LazyScalar {
  const { text, length } = c;
  const start = c.at;
  const quote = text.charCodeAt(start);
  let exact = true;
  let at = start + 1;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const behind = quoteInTemplate(c, start + 1, at);
      if (behind < 0) return finish(c, start, start + 1, at, at + 1, exact);
      at = behind - 1;
    } else if (isLineEnd(code)) break;
    else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      exact = false;
      if (!isLineEnd(text.charCodeAt(at + 1))) at++;
    }
  }
  return unfinished(c, start, start + 1, Math.min(at, length), exact);
}

/** `"""..."""` or `'''...'''`. A line end right behind the quotes is not part of the text. */
function readLines(c: TomlCursor): LazyScalar {
  const { text, length } = c;
  const start = c.at;
  const quote = text.charCodeAt(start);
  const behind = start + 3;
  const first = isLineEnd(text.charCodeAt(behind)) ? afterBreak(text, behind) : behind;
  let exact = true;
  for (let at = first; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      exact = false;
      at++;
    } else if (code === quote && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
      // Up to two quotes may stand before the end.
      for (let more = 0; more < 2 && text.charCodeAt(at + 3) === quote; more++) at++;
      return finish(c, start, first, at, at + 3, exact);
    }
  }
  // Without its end it would swallow the rest of the file.
  const stop = lineEnd(text, behind);
  return unfinished(c, start, behind, stop, !text.slice(behind, stop).includes('\\'));
}

function unfinished(c: TomlCursor, start: number, from: number, stop: number, exact: boolean): LazyScalar {
  let end = stop;
  while (end > from && isBlank(c.text.charCodeAt(end - 1))) end--;
  if (end > from && c.text.charCodeAt(end - 1) === COMMA) end--;
  fail(c, start, end, 'This quote is not closed');
  return finish(c, start, from, end, end, exact);
}

function finish(c: TomlCursor, start: number, from: number, to: number, end: number, exact: boolean): LazyScalar {
  const style = c.text.charCodeAt(start) === DOUBLE_QUOTE ? 'double' : 'single';
  c.at = c.last = end;
  return new LazyScalar(c.text, { start, end }, { start: from, end: to }, style, exact ? undefined : tomlText);
}

/** Of `"{{ env "PORT" }}"`, whose inner quotes are followed by a name: the end of the template; -1 elsewhere. */
function quoteInTemplate(c: TomlCursor, from: number, at: number): number {
  const next = c.text.charAt(at + 1);
  if (next === '' || !/[\w$./{]/.test(next)) return -1;
  const open = c.text.slice(from, at).lastIndexOf('{{');
  const end = open < 0 ? -1 : c.templates.end(from + open);
  return end > at ? end : -1;
}
