import type { Span } from '../../text/span.ts';
import { exactScalar } from '../sourceScalar.ts';
import type { Scalar } from '../tree.ts';
import { skipBlanks, trimmedEnd } from './lines.ts';
import { commentLine, type Reading } from './reading.ts';

/** The name of the section whose `[` stands at `start`; the name keeps its text, as in `[socket "x"]`. */
export function readSection(reading: Reading, { start, end }: Span): Scalar {
  const { text, comments, errors } = reading;
  let close = -1;
  let comment = end;
  // A name may hold brackets itself, so the last one counts that stands before the comment.
  for (let at = start + 1; at < end && comment === end; at++) {
    if (text[at] !== ']') continue;
    close = at;
    const behind = skipBlanks(text, at + 1, end);
    if (behind < end && commentLine(reading, behind)) comment = behind;
    at = behind - 1;
  }
  if (comment < end) comments.push({ span: { start: comment, end }, alone: false });
  if (close < 0) errors.push({ span: { start, end: start + 1 }, message: 'The section has no `]`' });
  const stop = close < 0 ? trimmedEnd(text, start + 1, end) : close;
  const first = skipBlanks(text, start + 1, stop);
  const inner = { start: first, end: trimmedEnd(text, first, stop) };
  return exactScalar(text, inner, { start, end: close < 0 ? stop : close + 1 });
}
