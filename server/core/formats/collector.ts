import type { Fault } from '../facts/document.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';

/** Gathers what is found. An anchored node is met once for each alias, but stands at one place and counts once. */
export interface Collector {
  port(occurrence: PortOccurrence): void;
  fault(fault: Fault): void;
  occurrences(): readonly PortOccurrence[];
  faults(): readonly Fault[];
}

/** An empty one. */
export function createCollector(): Collector {
  const occurrences = new Map<number, PortOccurrence>();
  const faults = new Map<string, Fault>();
  return {
    port(occurrence) {
      const { start, end } = occurrence.span;
      // One number for both offsets: a port is shorter than a million characters.
      const key = start * 1_000_000 + Math.min(end - start, 999_999);
      if (!occurrences.has(key)) occurrences.set(key, occurrence);
    },
    fault(fault) {
      const key = `${fault.span.start} ${fault.rule} ${fault.message}`;
      if (!faults.has(key)) faults.set(key, fault);
    },
    occurrences: () => [...occurrences.values()],
    faults: () => [...faults.values()],
  };
}
