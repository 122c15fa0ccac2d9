import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { afterBreak, BACKSLASH, isBlank, isLineEnd, SINGLE_QUOTE } from '../characters.ts';
import { escapeAt } from '../escape.ts';
import { MappedBuilder } from '../mappedBuilder.ts';

/** The value of a quoted scalar, or of a plain one of several lines: escapes resolved, lines folded. */
export function quotedText(source: string, inner: Span, style: string): Mapped {
  const builder = new MappedBuilder(source);
  const end = inner.end;
  let from = inner.start;
  let at = from;
  // Blanks made by an escape stay at the end of a line, those of the source go.
  let floor = from;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (isLineEnd(code)) {
      let stop = at;
      while (stop > floor && isBlank(source.charCodeAt(stop - 1))) stop--;
      builder.keep(from, stop);
      at = fold(builder, source, stop, at, end);
      from = floor = at;
    } else if (code === BACKSLASH && style === 'double') {
      builder.keep(from, at);
      at = floor = from = resolve(builder, source, at, end);
    } else if (code === SINGLE_QUOTE && style === 'single' && at + 1 < end) {
      builder.keep(from, at);
      builder.put("'", at, at + 2);
      at = floor = from = at + 2;
    } else at++;
  }
  builder.keep(from, end);
  return builder.build(inner);
}

/** One line end is a space; of more, each but the first stays. Returns where the next line's text begins. */
function fold(builder: MappedBuilder, source: string, start: number, lineEnd: number, end: number): number {
  let breaks = 0;
  let at = lineEnd;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (isLineEnd(code)) {
      breaks++;
      at = afterBreak(source, at);
    } else if (isBlank(code)) at++;
    else break;
  }
  builder.put(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), start, at);
  return at;
}

function resolve(builder: MappedBuilder, source: string, at: number, end: number): number {
  if (at + 1 < end && isLineEnd(source.charCodeAt(at + 1))) return joinLines(builder, source, at, end);
  const known = escapeAt(source, at);
  if (known === undefined || at + known.length > end) {
    builder.keep(at, at + 1);
    return at + 1;
  }
  builder.put(known.text, at, at + known.length);
  return at + known.length;
}

/** A backslash at the end of a line takes the line end away, and the blanks of the next line. */
function joinLines(builder: MappedBuilder, source: string, start: number, end: number): number {
  let breaks = 0;
  let at = start + 1;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (isLineEnd(code)) {
      breaks++;
      at = afterBreak(source, at);
    } else if (isBlank(code)) at++;
    else break;
  }
  builder.put('\n'.repeat(breaks - 1), start, at);
  return at;
}
