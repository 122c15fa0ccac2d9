import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { covers } from '../../text/span.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** The side of a mapping that is reached from outside, for either of them; any other place is its own. */
export function outerSide({ occurrences }: DocumentFacts, occurrence: PortOccurrence): PortOccurrence | undefined {
  const { mapping } = occurrence;
  if (mapping?.side !== 'target') return occurrence;
  return occurrences.find(({ mapping: other }) => other?.id === mapping.id && other.side === 'publish');
}

/** What a place takes on the machine whose user reads it. */
export function hostPortOf(snapshot: Snapshot, path: string, outer: PortOccurrence): HostPort | undefined {
  const whole = outer.expression ?? outer.span;
  return snapshot.hostPorts(path).find(({ span, machine }) => machine === 'host' && covers(whole, span));
}
