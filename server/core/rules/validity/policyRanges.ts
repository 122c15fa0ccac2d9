import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { PortPair } from './portPairs.ts';

/**
 * `port` and `endPort` of a NetworkPolicy.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports
 */
export function policyRanges({ kubernetes, occurrences }: DocumentFacts): readonly PortPair[] {
  if (!kubernetes) return [];
  const lower = new Map<string, PortOccurrence>();
  const upper: PortOccurrence[] = [];
  for (const port of occurrences) {
    if (port.role !== 'allow') continue;
    const key = port.path.at(-1);
    if (key === 'port') lower.set(placeOf(port), port);
    else if (key === 'endPort') upper.push(port);
  }
  return upper.flatMap(last => {
    const first = lower.get(placeOf(last));
    return first && first.span.start < last.span.end + FAR && last.span.start < first.span.end + FAR
      ? [{ lower: first, upper: last }]
      : [];
  });
}

/** In characters: both stand in one entry. Several objects of a file have equal paths. */
const FAR = 200;

function placeOf({ path }: PortOccurrence): string {
  return JSON.stringify(path.slice(0, -1));
}
