import type { PortMember, SamePort, SamePorts } from '../../workspace/identity/samePort.ts';
import type { Space } from '../../workspace/identity/space.ts';
import type { Sighting } from '../../workspace/snapshot.ts';

/** One port of more containers than these is changed by no hand. */
export const MOST_SPACES = 200;

/** All that a new number at a place changes. */
export interface Affected {
  readonly members: readonly PortMember[];
  /** The spaces in which the number changes for certain. */
  readonly spaces: readonly Space[];
}

/**
 * A place may be a port of several spaces: one variable for both sides of a mapping, a Dockerfile that two services are
 * built from. With it, all that it is a port of changes, and so on.
 */
export function affectedBy(same: SamePorts, asked: SamePort, place: Sighting): Affected {
  const members = new Map<PortMember['occurrence'], PortMember>();
  const spaces = new Map<string, Space>();
  const open: Sighting[] = [];
  const add = (member: PortMember): void => {
    const known = members.get(member.occurrence);
    if (known?.certainty === 'certain') return;
    members.set(member.occurrence, member);
    if (member.certainty === 'certain') open.push(member, ...(member.definition ? same.users(member) : []));
  };
  for (const member of asked.members) add(member);
  open.push(place);
  for (let next = open.pop(); next && spaces.size <= MOST_SPACES; next = open.pop()) {
    const fresh = same.spaces(next).filter(({ key, certainty }) => certainty === 'certain' && !spaces.has(key));
    if (fresh.length === 0) continue;
    for (const space of fresh) spaces.set(space.key, space);
    for (const member of same.of(next)?.members ?? []) add(member);
  }
  return { members: [...members.values()], spaces: [...spaces.values()] };
}
