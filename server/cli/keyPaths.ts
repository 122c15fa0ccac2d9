import { type DocumentFacts, type Finding, lowerBound } from '../core/analysis.ts';

export type KeyPath = readonly (string | number)[];

/** Where places stand in the structure of a file: `['services', 'db', 'ports', 0]`; empty where that is not known. */
export function keyPaths(facts: DocumentFacts): (span: Finding['at']['span']) => KeyPath {
  const { occurrences } = facts;
  let ofFaults: ReadonlyMap<number, KeyPath> | undefined;
  return span => {
    // Tokens stand one after the other, so that of the place belongs to the port before it or behind its start.
    // By halves, as a hostile file has 100,000.
    const next = lowerBound(occurrences, span.start, occurrence => occurrence.span.start);
    for (const index of [next, next - 1, next - 2]) {
      const found = occurrences[index];
      if (found && found.token.start <= span.start && span.end <= found.token.end) return found.path;
    }
    ofFaults ??= new Map(facts.faults.map(fault => [fault.span.start, fault.path]));
    return ofFaults.get(span.start) ?? [];
  };
}
