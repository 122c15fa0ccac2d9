import type { DocumentFacts } from '../facts/document.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';
import { lowerBound } from '../text/lowerBound.ts';
import type { Span } from '../text/span.ts';

/** The occurrences that begin in a span; found without looking at all, as a file may have thousands of services. */
export function occurrencesIn({ occurrences }: DocumentFacts, { start, end }: Span): readonly PortOccurrence[] {
  const firstFrom = (offset: number): number => lowerBound(occurrences, offset, ({ span }) => span.start);
  return occurrences.slice(firstFrom(start), firstFrom(end));
}
