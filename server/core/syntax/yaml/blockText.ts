import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { afterBreak, isBlank, isLineEnd, LF, SPACE } from '../characters.ts';
import { MappedBuilder } from '../mappedBuilder.ts';

/** What becomes of the line ends at the end of a block: one stays, none, all. */
export const CLIP = 0;
export const STRIP = 1;
export const KEEP = 2;

/** The value of a `|` or `>` block whose lines are indented by `indent` columns. */
export function blockText(source: string, inner: Span, folded: boolean, indent: number, chomp: number): Mapped {
  const builder = new MappedBuilder(source);
  if (folded) fold(builder, source, inner, indent, chomp);
  else keepLines(builder, source, inner, indent);
  // A block that the end of the text cuts short has its last line end nonetheless.
  if (chomp !== STRIP && inner.end > inner.start && !isLineEnd(source.charCodeAt(inner.end - 1))) {
    builder.put('\n', inner.end, inner.end);
  }
  return builder.build(inner);
}

function keepLines(builder: MappedBuilder, source: string, inner: Span, indent: number): void {
  let at = inner.start;
  while (at < inner.end) {
    const start = afterIndent(source, at, inner, indent);
    const end = endOfLine(source, start, inner.end);
    if (end < inner.end && source.charCodeAt(end) === LF) {
      builder.keep(start, end + 1);
      at = end + 1;
    } else {
      builder.keep(start, end);
      at = end < inner.end ? afterBreak(source, end) : end;
      if (at > end) builder.put('\n', end, at);
    }
  }
}

/** A line end between two lines is a space, but stays beside a line that is indented further. */
function fold(builder: MappedBuilder, source: string, inner: Span, indent: number, chomp: number): void {
  let at = inner.start;
  let last = inner.start;
  let breaks = 0;
  let first = true;
  let wasFurther = false;
  while (at < inner.end) {
    const start = afterIndent(source, at, inner, indent);
    const end = endOfLine(source, start, inner.end);
    if (end > start) {
      const further = isBlank(source.charCodeAt(start));
      const stays = first || further || wasFurther;
      builder.put(stays ? '\n'.repeat(breaks) : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), last, start);
      builder.keep(start, end);
      last = end;
      breaks = 0;
      first = false;
      wasFurther = further;
    }
    if (end >= inner.end) break;
    breaks++;
    at = afterBreak(source, end);
  }
  if (chomp !== STRIP) builder.put('\n'.repeat(breaks), last, inner.end);
}

/** `inner` begins behind the indentation of its first line, so that one line is exact. */
function afterIndent(source: string, at: number, inner: Span, indent: number): number {
  if (at === inner.start && at > 0 && !isLineEnd(source.charCodeAt(at - 1))) return at;
  let start = at;
  while (start < inner.end && start - at < indent && source.charCodeAt(start) === SPACE) start++;
  return start;
}

function endOfLine(source: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !isLineEnd(source.charCodeAt(at))) at++;
  return at;
}
