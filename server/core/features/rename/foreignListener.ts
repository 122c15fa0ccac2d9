import { overlaps, type PortRange, showRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { serviceImage } from '../../workspace/compose/serviceImage.ts';
import type { PortMember } from '../../workspace/identity/samePort.ts';
import { type Space, TAKES } from '../../workspace/identity/space.ts';
import type { Sighting, Snapshot } from '../../workspace/snapshot.ts';
import type { Affected } from './affected.ts';

/** What is left out of a rename, as it lies in a container where a program of another maker has the port. */
export function withoutForeign(
  snapshot: Snapshot,
  registry: Registry,
  { members, spaces }: Affected,
  place: Sighting,
  range: PortRange,
): readonly PortMember[] {
  const known = new Set(spaces.map(({ key }) => key));
  const foreign = snapshot
    .samePorts()
    .spaces(place)
    .filter(
      space =>
        !known.has(space.key) &&
        imageOf(snapshot, registry, space, members, range) !== undefined &&
        !members.some(member => isTold(snapshot, member, space)),
    );
  if (foreign.length === 0) return members;
  return members.filter(
    member => member.certainty === 'certain' || !foreign.some(({ key }) => isIn(snapshot, member, key)),
  );
}

/**
 * Why the port of a container cannot be renamed: the program of somebody else's image listens on it, and nothing in the
 * workspace tells it to.
 */
export function foreignListener(
  snapshot: Snapshot,
  registry: Registry,
  { members, spaces }: Affected,
  place: Sighting,
  range: PortRange,
  canConfirm: boolean,
): string | undefined {
  const inside = members.filter(({ certainty }) => canConfirm || certainty === 'certain');
  const foreignIn = (space: Space): string | undefined => {
    const image = imageOf(snapshot, registry, space, inside, range);
    return image === undefined || inside.some(member => isTold(snapshot, member, space)) ? undefined : image;
  };
  const certain = spaces.flatMap(space => foreignIn(space) ?? []);
  // Who only likely dials it would dial into the void.
  const likely = spaces.length > 0 ? [] : snapshot.samePorts().spaces(place).map(foreignIn);
  const image = certain[0] ?? (likely.includes(undefined) ? undefined : likely[0]);
  return image === undefined
    ? undefined
    : `The program in \`${image}\` listens on ${showRange(range)} by itself: change it in its own configuration. What is published on the host can be renamed`;
}

/** The image whose program has the port by itself; undefined where the program may be one's own. */
function imageOf(
  snapshot: Snapshot,
  registry: Registry,
  { key, kind, home }: Space,
  members: readonly PortMember[],
  range: PortRange,
): string | undefined {
  const isKnown = (image: string | undefined): boolean =>
    image !== undefined && registry.image(image)?.ports.some(({ ports }) => overlaps(ports, range)) === true;
  if (home) {
    const takes = members.some(member => TAKES.has(member.occurrence.role) && isIn(snapshot, member, key));
    const { service } = home;
    if (!service.isBuilt) return takes || isKnown(service.imageName) ? (service.image ?? service.imageName) : undefined;
    const base = serviceImage(snapshot, service);
    return isKnown(base) ? base : undefined;
  }
  if (kind !== 'container' && kind !== 'pod') return undefined;
  const images = members.flatMap(({ occurrence: { owner, namespace } }) =>
    owner?.image !== undefined && namespace.kind === kind ? [owner.image] : [],
  );
  return images.find(isKnown);
}

/** A variable, a command or a file of the container says where its program listens. */
function isTold(snapshot: Snapshot, member: PortMember, { key }: Space): boolean {
  const { role, host, namespace, path } = member.occurrence;
  // `MYSQL_TCP_PORT` reads as a port that is dialled, and has no host beside it. The `targetPort` of a Service tells nobody.
  const isSetting = !host && namespace.kind === 'unknown' && /^[A-Z][A-Z\d_]*$/.test(`${path.at(-1)}`);
  const tells = role === 'listen' || role === 'advertise' || (role === 'connect' && isSetting);
  return tells && isIn(snapshot, member, key);
}

function isIn(snapshot: Snapshot, { path, occurrence }: PortMember, key: string): boolean {
  return snapshot
    .samePorts()
    .spaces({ path, occurrence })
    .some(space => space.key === key);
}
