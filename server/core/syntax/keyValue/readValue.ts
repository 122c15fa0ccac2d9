import type { Span } from '../../text/span.ts';
import { MappedBuilder } from '../mappedBuilder.ts';
import { exactScalar, mappedScalar } from '../sourceScalar.ts';
import type { Scalar } from '../tree.ts';
import { lineEnd, skipBlanks, trimmedEnd } from './lines.ts';
import { inlineComment, type Reading } from './reading.ts';
import { appendUnescaped, hasEscapes } from './unescape.ts';

/** A key with its escapes and quotes resolved. */
export function readKey(reading: Reading, span: Span): Scalar {
  const quote = reading.text[span.start] ?? '';
  const quoted = quote !== '' && reading.dialect.quotes.includes(quote) && span.end - span.start > 1;
  const key =
    quoted && reading.text[span.end - 1] === quote
      ? scalarOf(reading, { start: span.start + 1, end: span.end - 1 }, span, quote)
      : scalarOf(reading, span, span, '');
  if (!reading.dialect.lowerKeys) return key;
  const lower = key.text.toLowerCase();
  if (lower === key.text) return key;
  const builder = new MappedBuilder(reading.text);
  builder.put(lower, span.start, span.end);
  return mappedScalar(builder.build(span));
}

/** The value of the given lines, the first of which begins behind the separator; undefined where there is none. */
export function readValue(reading: Reading, lines: readonly Span[]): Scalar | undefined {
  const { text, dialect } = reading;
  const [only] = lines;
  const quoted = only && lines.length === 1 ? readQuoted(reading, only) : undefined;
  if (quoted) return quoted;
  const parts: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const start = skipBlanks(text, line.start, line.end);
    const end = withoutComment(reading, start, line.end);
    // Where nothing stands between the lines, the blanks before the backslash part the words.
    const stop = dialect.glue === '' && index + 1 < lines.length ? end : valueEnd(reading, start, end);
    if (start < stop) parts.push({ start, end: stop });
  }
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  if (first === last) return scalarOf(reading, first, first, '');
  const builder = new MappedBuilder(text);
  for (const [index, part] of parts.entries()) {
    if (index > 0) builder.put(dialect.glue, parts[index - 1]?.end ?? part.start, part.start);
    appendUnescaped(builder, reading, part, '');
  }
  return mappedScalar(builder.build({ start: first.start, end: last.end }));
}

/** A value that is quoted as a whole. An unclosed quote is being typed, and the value goes to the end of the line. */
function readQuoted(reading: Reading, line: Span): Scalar | undefined {
  const { text, dialect, comments, errors } = reading;
  const start = skipBlanks(text, line.start, line.end);
  const quote = text[start] ?? '';
  if (start === line.end || !dialect.quotes.includes(quote)) return undefined;
  const close = closingQuote(reading, start, line.end, quote);
  if (close < 0) {
    errors.push({ span: { start, end: start + 1 }, message: 'The quote is not closed' });
    const end = valueEnd(reading, start + 1, withoutComment(reading, start + 1, line.end));
    return scalarOf(reading, { start: start + 1, end }, { start, end }, quote);
  }
  let behind = skipBlanks(text, close + 1, line.end);
  while (behind < line.end && dialect.ends.includes(text[behind] ?? ''))
    behind = skipBlanks(text, behind + 1, line.end);
  if (behind < line.end) {
    if (!dialect.inline.includes(text[behind] ?? '') && !inlineComment(reading, behind)) return undefined;
    comments.push({ span: { start: behind, end: lineEnd(text, behind) }, alone: false });
  }
  return scalarOf(reading, { start: start + 1, end: close }, { start, end: close + 1 }, quote);
}

function closingQuote({ text, dialect }: Reading, open: number, end: number, quote: string): number {
  for (let at = open + 1; at < end; at++) {
    if (text[at] === '\\' && dialect.escapes) at++;
    else if (text[at] !== quote) continue;
    else if (dialect.doubledQuotes && at + 1 < end && text[at + 1] === quote) at++;
    else return at;
  }
  return -1;
}

/** The end without the blanks there and what ends a value. */
function valueEnd({ text, dialect }: Reading, start: number, end: number): number {
  let at = trimmedEnd(text, start, end);
  while (at > start && dialect.ends.includes(text[at - 1] ?? '')) at = trimmedEnd(text, start, at - 1);
  return at;
}

/** Where the comment of `[start, end)` begins, or `end`. */
function withoutComment(reading: Reading, start: number, end: number): number {
  if (reading.dialect.inline === '' && !reading.dialect.slashes) return end;
  for (let at = start; at < end; at++) {
    if (!inlineComment(reading, at)) continue;
    reading.comments.push({ span: { start: at, end }, alone: false });
    return at;
  }
  return end;
}

function scalarOf(reading: Reading, inner: Span, span: Span, quote: string): Scalar {
  const style = quote === '' ? 'plain' : quote === '"' ? 'double' : 'single';
  if (!hasEscapes(reading, inner, quote)) return exactScalar(reading.text, inner, span, style);
  const builder = new MappedBuilder(reading.text);
  appendUnescaped(builder, reading, inner, quote);
  const mapped = builder.build(inner);
  // An escape without meaning may have left the text as it was.
  return mapped.segments.length === 1 && mapped.segments[0]?.exact
    ? exactScalar(reading.text, inner, span, style)
    : mappedScalar(mapped, span, style);
}
