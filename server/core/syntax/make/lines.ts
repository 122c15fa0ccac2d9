import { concat, type Mapped, opaque, verbatim } from '../../text/mapped.ts';

/** One or more lines of the source, joined by backslashes. Offsets in the source. */
export interface LogicalLine {
  readonly start: number;
  /** Without the line's end. */
  readonly end: number;
  readonly next: number;
}

export function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let at = start;
  while (at < text.length) {
    const stop = text.indexOf('\n', at);
    const next = stop < 0 ? text.length : stop + 1;
    let end = stop < 0 ? text.length : stop;
    if (text.charAt(end - 1) === '\r' && end > at) end--;
    at = next;
    if (isContinued(text, end, start) && next < text.length) continue;
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

/** An odd number of backslashes. */
function isContinued(text: string, end: number, start: number): boolean {
  let from = end;
  while (from > start && text.charAt(from - 1) === '\\') from--;
  return (end - from) % 2 === 1;
}

/** A logical line as one line: a backslash at a line's end is one blank with the blanks around it. */
export function physicalLine(text: string, start: number, end: number): Mapped {
  const source = verbatim(text, { start, end });
  const parts: Mapped[] = [];
  let kept = 0;
  for (const { 0: all, index } of source.text.matchAll(/\\\r?\n[ \t]*/g)) {
    parts.push(verbatim(text, { start: start + kept, end: start + index }));
    parts.push(opaque(' ', { start: start + index, end: start + index + all.length }));
    kept = index + all.length;
  }
  if (parts.length === 0) return source;
  parts.push(verbatim(text, { start: start + kept, end }));
  return concat(parts, { start, end });
}
