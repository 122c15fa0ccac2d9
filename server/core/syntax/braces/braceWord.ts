import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { escapeAt } from '../escape.ts';
import { MappedBuilder } from '../mappedBuilder.ts';
import { exactScalar, mappedScalar } from '../sourceScalar.ts';
import { templateEnd } from '../templateWords.ts';
import { isBlank, isLineEnd } from '../textCursor.ts';
import type { Scalar } from '../tree.ts';
import { type BraceCursor, endsField, operatorAt, startsComment } from './braceCursor.ts';

/** The text in quotes at the cursor; undefined where there are none. */
export function readQuoted(c: BraceCursor): Scalar | undefined {
  const { text, dialect, at } = c;
  const quote = text[at];
  if (quote === undefined || !dialect.quotes.includes(quote)) return undefined;
  const style = quote === '"' ? 'double' : 'single';
  if (quote === '"' && text.startsWith('"""', at)) {
    const end = c.find('"""', at + 3);
    c.at = Math.min(end + 3, text.length);
    return exactScalar(text, { start: at + 3, end: Math.max(end, at + 3) }, { start: at, end: c.at }, style);
  }
  let end = at + 1;
  let escapes = false;
  while (end < text.length && text[end] !== quote && (dialect.longQuotes || !isLineEnd(text[end]))) {
    const template = text[end] === '{' ? templateEnd(c, end) : -1;
    escapes = escapes || text[end] === '\\';
    if (template >= 0) end = template;
    else end += text[end] === '\\' ? 2 : 1;
  }
  const closed = text[end] === quote;
  // Without its end it would swallow the rest of the file.
  if (!closed) {
    end = c.lineEnd(at);
    c.fail(at, end, 'This quote is not closed');
  }
  c.at = closed ? end + 1 : end;
  const inner: Span = { start: at + 1, end };
  const span: Span = { start: at, end: c.at };
  return escapes ? mappedScalar(unescaped(text, inner), span, style) : exactScalar(text, inner, span, style);
}

/** A word of a key or a condition; undefined where none begins. */
export function readKeyWord(c: BraceCursor): Scalar | undefined {
  const { text, dialect, at } = c;
  const quoted = readQuoted(c);
  if (quoted && (!dialect.dotted || text[c.at] !== '.')) return quoted;
  let end = c.at;
  if (dialect.conditions && text[end] === '/') end = patternEnd(c, end);
  while (!isBlank(text[end]) && !endsField(c, end) && text[end] !== '{' && !startsComment(c, end)) {
    if (operatorAt(c, end) !== undefined) break;
    if (text[end] === '[' && !dialect.conditions) break;
    end = partEnd(c, end);
  }
  if (end === at) return undefined;
  c.at = end;
  return exactScalar(text, { start: at, end });
}

/** A bare value, which goes up to the end of its line where it may have several words. */
export function readBare(c: BraceCursor): Scalar | undefined {
  const { text, dialect, at } = c;
  let end = at;
  let last = at;
  while (!endsField(c, end) && !startsComment(c, end)) {
    const char = text[end] ?? '';
    if (isBlank(char)) {
      if (dialect.oneWord) break;
      end++;
      continue;
    }
    const begins = end === at || isBlank(text[end - 1]);
    if (text.startsWith('=>', end) && dialect.assign.includes('=>')) break;
    if (begins && end > at && (char === '[' || dialect.quotes.includes(char))) break;
    if (dialect.quotes.includes(char) || (char === '{' && templateEnd(c, end) < 0)) break;
    if (dialect.round && char === '(') break;
    end = last = partEnd(c, end);
  }
  if (last === at) return undefined;
  c.at = last;
  return exactScalar(text, { start: at, end: last });
}

/** The end of what belongs together at `at`: a template, a substitution, an index in brackets, or one character. */
function partEnd(c: BraceCursor, at: number): number {
  const { text } = c;
  const char = text[at] ?? '';
  const template = '{$<'.includes(char) ? templateEnd(c, at) : -1;
  if (template >= 0) return template;
  if (char === '[') {
    const close = c.find(']', at);
    if (close < c.lineEnd(at)) return close + 1;
  }
  if (c.dialect.dotted && c.dialect.quotes.includes(char)) {
    const close = c.find(char, at + 1);
    if (close < c.lineEnd(at)) return close + 1;
  }
  return at + 1;
}

/** The end of the regular expression between slashes at `at`; `at` itself where the line holds only one slash. */
function patternEnd(c: BraceCursor, at: number): number {
  const stop = c.lineEnd(at);
  let end = at + 1;
  while (end < stop && c.text[end] !== '/') end += c.text[end] === '\\' ? 2 : 1;
  return end < stop ? end + 1 : at;
}

function unescaped(source: string, inner: Span): Mapped {
  const builder = new MappedBuilder(source);
  let from = inner.start;
  for (let at = inner.start; at < inner.end; at++) {
    if (source[at] !== '\\') continue;
    const known = escapeAt(source, at);
    if (known && at + known.length <= inner.end) {
      builder.keep(from, at);
      builder.put(known.text, at, at + known.length);
      from = at + known.length;
    }
    at += (known?.length ?? 2) - 1;
  }
  builder.keep(Math.min(from, inner.end), inner.end);
  return builder.build(inner);
}
