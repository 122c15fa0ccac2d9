import type { DocumentFacts } from '../../core/analysis.ts';
import { printableLine } from '../printable.ts';

/** The line on which the span begins, and carets below it. */
export function excerpt(
  facts: DocumentFacts,
  span: { readonly start: number; readonly end: number },
): readonly string[] {
  const { line } = facts.lines.position(span.start);
  const lineStart = facts.lines.start(line);
  // Of a line with megabytes only what stands around the place.
  const from = Math.max(lineStart, span.start - BEFORE);
  const to = Math.min(facts.lines.start(line + 1), Math.max(span.start, Math.min(span.end, from + WIDTH)) + AFTER);
  const end = to - (/[\r\n]*$/.exec(facts.text.slice(from, to))?.[0].length ?? 0);
  const before = printableLine(facts.text.slice(from, span.start));
  const rest = printableLine(facts.text.slice(span.start, end));
  const left = from > lineStart ? '…' : '';
  const right = to < facts.lines.start(line + 1) && end === to ? '…' : '';
  const marked = rest.slice(0, Math.max(0, Math.min(span.end, end) - span.start));
  const gutter = `${line + 1}`;
  return [
    `  ${gutter} | ${left}${before}${rest}${right}`,
    `  ${' '.repeat(gutter.length)} | ${blanks(left + before)}${'^'.repeat(Math.max(1, blanks(marked).length))}`,
  ];
}

/** In UTF-16 code units. */
const BEFORE = 60;
const WIDTH = 120;
const AFTER = 40;

/** As many blanks as the text has columns: East Asian characters take two, and so do nearly all outside the first plane. */
function blanks(text: string): string {
  return text.replace(WIDE, '  ').replace(/[^ ]/g, ' ');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
