import type { Span } from '../../text/span.ts';
import { exactScalar, mappedScalar } from '../sourceScalar.ts';
import { isControl, templateEnd } from '../templateWords.ts';
import { isGap, isLineEnd } from '../textCursor.ts';
import type { Scalar } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { wordText } from './wordText.ts';

/** Reads the word at the cursor, no further than `limit`. `isName` where it is the first of its directive. */
export function readWord(c: Cursor, limit: number, isName: boolean): Scalar {
  const { text, dialect } = c;
  const start = c.at;
  let at = start;
  let exact = true;
  const opener = text[at] ?? '';
  if (dialect.quotes.includes(opener)) {
    const stop = quoteEnd(c, at, limit);
    const closed = stop < limit && text[stop] === opener;
    if (!dialect.quotesInside || !closed || endsWord(c, stop + 1, limit, isName)) return quoted(c, start, stop, closed);
  }
  while (at < limit) {
    const char = text[at] ?? '';
    const template = char === '{' || char === '$' || char === '<' ? templateEnd(c, at) : -1;
    if (template >= 0 && template <= limit) {
      if (at > start && isControl(c, at, template)) break;
      at = template;
    } else if (char === '\\' && dialect.escapesOutside && !isLineEnd(text[at + 1]) && at + 1 < limit) {
      exact = exact && !((text[at + 1] ?? '') in dialect.escapes);
      at += 2;
    } else if (dialect.quotesInside && dialect.quotes.includes(char)) {
      const stop = quoteEnd(c, at, limit);
      if (stop >= limit || text[stop] !== char) {
        c.fail(at, stop, 'This quote is not closed');
        at = stop;
        break;
      }
      exact = false;
      at = stop + 1;
    } else if (endsWord(c, at, limit, isName)) break;
    else at++;
  }
  // A character that no word can begin with is a word, so that the reader goes on.
  c.at = Math.max(at, start + 1);
  const span: Span = { start, end: c.at };
  return exact ? exactScalar(text, span) : mappedScalar(wordText(text, span, dialect, true), span);
}

function endsWord(c: Cursor, at: number, limit: number, isName: boolean): boolean {
  const { text, dialect } = c;
  const char = text[at];
  if (at >= limit || isGap(char)) return true;
  if (char === ';') return dialect.ends === 'semicolon';
  if (char === '{' || char === '}') {
    // `name{` at the end of a line is no placeholder.
    return dialect.braces === 'anywhere' || (dialect.braces === 'word' && char === '{' && isGap(text[at + 1]));
  }
  return isName && char !== undefined && dialect.assign.includes(char);
}

function quoted(c: Cursor, start: number, stop: number, closed: boolean): Scalar {
  const { text, dialect } = c;
  if (!closed) c.fail(start, stop, 'This quote is not closed');
  c.at = closed ? stop + 1 : stop;
  const inner: Span = { start: start + 1, end: stop };
  const span: Span = { start, end: c.at };
  const style = text[start] === '"' ? 'double' : 'single';
  if (text[start] !== '`' && text.slice(inner.start, inner.end).includes('\\')) {
    return mappedScalar(wordText(text, inner, dialect, false), span, style);
  }
  return exactScalar(text, inner, span, style);
}

/** Where the quote that begins at `at` closes, or where its text ends if it does not. */
function quoteEnd(c: Cursor, at: number, limit: number): number {
  const { text, dialect } = c;
  const quote = text[at];
  const escapes = quote !== '`' && '"' in dialect.escapes;
  let stop = at + 1;
  while (stop < limit && text[stop] !== quote) {
    const char = text[stop];
    if (isLineEnd(char) && !dialect.longQuotes) return stop;
    if (char === '\\' && escapes) stop += 2;
    else {
      const template = char === '{' || char === '<' ? templateEnd(c, stop) : -1;
      stop = template >= 0 && template <= limit ? template : stop + 1;
    }
  }
  // Without its end it would swallow the rest of the file.
  return stop < limit ? stop : Math.min(limit, c.lineEnd(at));
}
