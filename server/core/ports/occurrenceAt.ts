import { type Span, touches } from '../text/span.ts';
import type { PortOccurrence } from './occurrence.ts';

export interface OccurrenceAt {
  readonly occurrence: PortOccurrence;
  /** What the cursor stands on: the number, the name, or the variable expression around it. */
  readonly span: Span;
}

/** The smallest number at the offset, else the variable expression around one. A cursor behind the last digit counts. */
export function occurrenceAt(occurrences: readonly PortOccurrence[], offset: number): OccurrenceAt | undefined {
  const direct = occurrences
    .filter(({ span }) => touches(span, offset))
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
  if (direct) return { occurrence: direct, span: direct.span };
  const around = occurrences.find(({ expression }) => expression && touches(expression, offset));
  return around?.expression && { occurrence: around, span: around.expression };
}
