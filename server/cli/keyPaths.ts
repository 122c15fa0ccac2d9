import type { DocumentFacts, Finding } from '../core/analysis.ts';

export type KeyPath = readonly (string | number)[];

/** Where places stand in the structure of a file: `['services', 'db', 'ports', 0]`; empty where that is not known. */
export function keyPaths(facts: DocumentFacts): (span: Finding['at']['span']) => KeyPath {
  const { occurrences } = facts;
  let ofFaults: ReadonlyMap<number, KeyPath> | undefined;
  return span => {
    // Tokens stand one after the other, so that of the place belongs to the port before it or behind its start.
    const next = firstAt(occurrences, span.start);
    for (const index of [next, next - 1, next - 2]) {
      const found = occurrences[index];
      if (found && found.token.start <= span.start && span.end <= found.token.end) return found.path;
    }
    ofFaults ??= new Map(facts.faults.map(fault => [fault.span.start, fault.path]));
    return ofFaults.get(span.start) ?? [];
  };
}

/** The first port that starts at the offset or behind it, by halves: a hostile file has 100,000. */
function firstAt(occurrences: DocumentFacts['occurrences'], offset: number): number {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.span.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
