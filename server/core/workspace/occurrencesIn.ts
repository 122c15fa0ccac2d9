import type { DocumentFacts } from '../facts/document.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';
import type { Span } from '../text/span.ts';

/** The occurrences that begin in a span; found without looking at all, as a file may have thousands of services. */
export function occurrencesIn({ occurrences }: DocumentFacts, { start, end }: Span): readonly PortOccurrence[] {
  return occurrences.slice(firstFrom(occurrences, start), firstFrom(occurrences, end));
}

function firstFrom(occurrences: readonly PortOccurrence[], offset: number): number {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
