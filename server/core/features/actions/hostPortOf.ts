import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { covers } from '../../text/span.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** The port that a place takes on the machine whose user reads it: itself, or the other side of its mapping. */
export function hostPortOf(
  snapshot: Snapshot,
  { path, occurrences }: DocumentFacts,
  occurrence: PortOccurrence,
): HostPort | undefined {
  const { mapping } = occurrence;
  const outer =
    mapping?.side === 'target'
      ? occurrences.find(({ mapping: other }) => other?.id === mapping.id && other.side === 'publish')
      : occurrence;
  if (!outer) return undefined;
  const whole = outer.expression ?? outer.span;
  return snapshot.hostPorts(path).find(({ span, machine }) => machine === 'host' && covers(whole, span));
}
