import { type PortRange, showRange } from '../../../../registry/port.ts';
import { addressesMeet, EVERYWHERE } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Affected } from './affected.ts';
import { showPlace } from './showPlace.ts';

/** Who has the new number already, where the old one is given up. */
export function takenBy(snapshot: Snapshot, { members, spaces }: Affected, wanted: PortRange): string | undefined {
  const own = new Set<PortOccurrence>(members.map(({ occurrence }) => occurrence));
  const takers = members.filter(({ occurrence, certainty }) => certainty === 'certain' && BINDS.has(occurrence.role));
  for (const space of spaces) {
    if (space.kind === 'remote' || space.kind === 'file') continue;
    for (const place of snapshot.samePorts().takers(space, wanted)) {
      const { occurrence } = place;
      if (own.has(occurrence) || !takers.some(taker => meet(taker.occurrence, occurrence))) continue;
      const owner = occurrence.owner === undefined ? '' : ` by \`${occurrence.owner.name}\``;
      return `${showRange(wanted)} is taken already${owner} in ${showPlace(snapshot, place)}: choose another port`;
    }
  }
  return undefined;
}

const BINDS: ReadonlySet<PortOccurrence['role']> = new Set(['listen', 'publish', 'target', 'expose']);

function meet(a: PortOccurrence, b: PortOccurrence): boolean {
  const isApart = a.protocols && b.protocols && !a.protocols.some(protocol => b.protocols?.includes(protocol));
  if (isApart === true) return false;
  return addressesMeet((a.binding ?? EVERYWHERE).address, (b.binding ?? EVERYWHERE).address);
}
