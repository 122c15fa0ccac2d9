import { overlaps, type PortRange, showRange } from '../../../../registry/port.ts';
import { PIPELINES } from '../../facts/pipelines.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { occurrenceAt } from '../../ports/occurrenceAt.ts';
import { addTo } from '../../text/addTo.ts';
import { onceEach } from '../../text/onceEach.ts';
import { type Span, touches } from '../../text/span.ts';
import type { Sighting, Snapshot } from '../snapshot.ts';
import { createDefinitions } from './definitions.ts';
import { createHomes } from './homes.ts';
import { createHostUnits, isSame } from './hostUnits.ts';
import { createClusterPlaces, type PortName, portNames } from './inCluster.ts';
import { type Certainty, type Space, TAKES } from './space.ts';
import { type Around, spacesOf } from './spaces.ts';
import { createTakers } from './takers.ts';

/** A port, wherever it is written. */
export interface SamePort {
  readonly identity: PortIdentity;
  readonly range: PortRange;
  /** The place that was asked about is among them. By path, then by place. */
  readonly members: readonly PortMember[];
}

export interface PortIdentity {
  /** Equal for two places of one snapshot that certainly mean the same port. */
  readonly key: string;
  readonly kind: Space['kind'];
  /** For people: `8080 of the host`, `5432 of the container of db`. */
  readonly name: string;
}

export interface PortMember extends Sighting {
  readonly certainty: Certainty;
  /** Why it is only likely, for people. */
  readonly reason?: string;
  /** It sets the variable that others take the number from. */
  readonly definition?: true;
}

export interface SamePorts {
  /** Undefined for port 0, for what is no port, and for what no file gives a number. */
  of(place: Sighting): SamePort | undefined;
  /** The numbers that count at a place: its variables filled in, its name looked up. */
  rangeOf(place: Sighting): PortRange | undefined;
  /** Where the number of a place is set. */
  definition(place: Sighting): Sighting | undefined;
  /** The places that take their number from this one. */
  users(place: Sighting): readonly Sighting[];
  /** The spaces that a place belongs to, the ones that are certain first. */
  spaces(place: Sighting): readonly Space[];
  /** What takes any of the numbers in a space, for certain. */
  takers(space: Space, range: PortRange): readonly Sighting[];
  /** The names that a file gives to ports of Kubernetes, each with the place of its number. */
  names(path: string): readonly PortName[];
  /** The port that a cursor means: a number, a name that stands for one, a variable, where its number is set. */
  at(path: string, offset: number): PortAt | undefined;
}

export interface PortAt {
  readonly place: Sighting;
  /** What the cursor stands on. */
  readonly span: Span;
  /** The name on which the cursor stands, where it is one that Kubernetes gives to a port. */
  readonly name?: string;
}

interface Linked {
  readonly place: Sighting;
  readonly space: Space;
}

/** Nothing is computed before it is asked for; what is, is kept as long as the snapshot. */
export function createSamePorts(workspace: Snapshot): SamePorts {
  const definitions = createDefinitions(workspace);
  const cluster = createClusterPlaces(workspace);
  const listeners = (range: PortRange): readonly Sighting[] =>
    candidatesAt(range).filter(({ path, occurrence: { role, namespace } }) => {
      if (namespace.kind !== 'host' || (role !== 'listen' && role !== 'publish')) return false;
      const facts = workspace.facts(path);
      return facts !== undefined && !PIPELINES.has(facts.format) && !(role === 'publish' && facts.compose);
    });
  const around: Around = {
    workspace,
    homes: createHomes(workspace),
    units: createHostUnits(workspace, listeners),
    cluster,
    takers: createTakers(workspace),
  };
  const candidates = onceEach((key: string): readonly Sighting[] => findCandidates(JSON.parse(key)));
  const candidatesAt = (range: PortRange): readonly Sighting[] => candidates(JSON.stringify(range));
  const groups = onceEach((key: string): ReadonlyMap<string, readonly Linked[]> => {
    const range: PortRange = JSON.parse(key);
    const found = new Map<string, Linked[]>();
    for (const place of candidatesAt(range)) {
      // What sets a variable that others take comes with those, and is nothing by itself.
      if (definitions.users(place).length > 0) continue;
      for (const space of ownSpaces(place, range)) addTo(found, space.key, { place, space });
    }
    return found;
  });

  function rangeOf({ path, occurrence }: Sighting): PortRange | undefined {
    if (occurrence.value.kind === 'name') return cluster.at(path, occurrence)?.range;
    return workspace.resolve(path, occurrence).range;
  }

  /** Everything whose number is this one, whether it is written there or not. */
  function findCandidates(range: PortRange): readonly Sighting[] {
    const found = new Map<PortOccurrence, Sighting>();
    for (const place of [...workspace.at(range), ...definitions.usersAt(range), ...cluster.named(range)]) {
      const own = rangeOf(place);
      if (own && isSame(own, range)) found.set(place.occurrence, place);
    }
    return [...found.values()];
  }

  function ownSpaces(place: Sighting, range: PortRange): readonly Space[] {
    const own = spacesOf(around, place, range);
    const meant = definitions.usersOfSample(place).flatMap(user => {
      const its = rangeOf(user);
      return its && isSame(its, range) ? spacesOf(around, user, range) : [];
    });
    if (meant.length === 0) return own;
    return [...own.filter(({ kind }) => kind === 'file'), ...meant.map(space => ({ ...space, ...OF_SAMPLE }))];
  }

  /** A number that sets a variable is a port wherever the variable is used. */
  function spaces(place: Sighting): readonly Space[] {
    const range = rangeOf(place);
    if (!range) return [];
    const users = definitions.users(place);
    const all = users.length > 0 ? users.flatMap(user => ownSpaces(user, range)) : ownSpaces(place, range);
    const byKey = new Map<string, Space>();
    for (const space of all) if (byKey.get(space.key)?.certainty !== 'certain') byKey.set(space.key, space);
    return [...byKey.values()].sort((a, b) => Number(b.certainty === 'certain') - Number(a.certainty === 'certain'));
  }

  /** What takes some of the numbers for certain, and not exactly these. */
  function overlapping(own: readonly Space[], range: PortRange): readonly Sighting[] {
    return takers(own, range, other => !isSame(other, range));
  }

  function takers(
    own: readonly Space[],
    range: PortRange,
    isMeant: (range: PortRange) => boolean,
  ): readonly Sighting[] {
    const keys = new Set(own.map(({ key }) => key));
    return [...workspace.at(range), ...definitions.usersAt(range)].filter(place => {
      if (!TAKES.has(place.occurrence.role)) return false;
      const its = rangeOf(place);
      if (!its || !overlaps(its, range) || !isMeant(its)) return false;
      return ownSpaces(place, its).some(space => keys.has(space.key) && space.certainty === 'certain');
    });
  }

  return {
    rangeOf,
    spaces,
    definition: definitions.of,
    users: definitions.users,
    names: path => portNames(workspace, path),
    takers: (space, range) => takers([space], range, () => true),
    at(path, offset) {
      const found = occurrenceAt(workspace.facts(path)?.occurrences ?? [], offset);
      if (found) {
        const { occurrence, span } = found;
        const { value } = occurrence;
        return { place: { path, occurrence }, span, ...(value.kind === 'name' && { name: value.name }) };
      }
      const named = portNames(workspace, path).find(({ span }) => touches(span, offset));
      if (named) return { place: named.place, span: named.span, name: named.name };
      const set = definitions.at(path, offset);
      return set && { place: set, span: set.occurrence.span };
    },
    of(place) {
      const range = rangeOf(place);
      if (!range || range.first === 0) return undefined;
      const own = spaces(place);
      const [first] = own;
      if (!first) return undefined;
      const group = groups(JSON.stringify(range));
      const members = new Members(place);
      const users = definitions.users(place);
      const asked = { place, means: users.length > 0 ? users : [place] };
      if (users.length > 0) members.add({ ...place, certainty: 'certain', definition: true });
      for (const space of own)
        for (const other of group.get(space.key) ?? [])
          if (meets(place.occurrence, other.place.occurrence)) members.add(memberOf(around, asked, space, other));
      for (const other of overlapping(own, range))
        if (meets(place.occurrence, other.occurrence))
          members.add({ ...other, certainty: 'likely', reason: 'Some of its numbers are the same' });
      for (const member of members.all()) {
        const definition = definitions.of(member);
        if (definition)
          members.add({ ...definition, certainty: member.certainty, ...reasonOf(member), definition: true });
      }
      return {
        identity: {
          key: `${first.key} ${showRange(range)}`,
          kind: first.kind,
          name: `${showRange(range)} (${first.name})`,
        },
        range,
        members: members.sorted(),
      };
    },
  };
}

const OF_SAMPLE: Pick<Space, 'certainty' | 'reason'> = {
  certainty: 'likely',
  reason: 'The sample of the file that sets it has the number',
};

/** Both tell their transports, and have none in common: two ports of one number. */
function meets({ protocols: a }: PortOccurrence, { protocols: b }: PortOccurrence): boolean {
  return !a || !b || a.some(protocol => b.includes(protocol));
}

interface Asked {
  readonly place: Sighting;
  /** Who takes its number from there, where it sets a variable, else itself. */
  readonly means: readonly Sighting[];
}

function memberOf({ workspace }: Around, asked: Asked, space: Space, { place, space: other }: Linked): PortMember {
  if (place.occurrence === asked.place.occurrence) return { ...place, certainty: 'certain' };
  const unsure = [other, space].find(({ certainty }) => certainty === 'likely');
  if (unsure) return { ...place, certainty: 'likely', ...reasonOf(unsure) };
  if (space.kind === 'host' && asked.means.every(({ occurrence }) => isAnother(occurrence, place.occurrence)))
    return { ...place, certainty: 'likely', reason: `\`${place.occurrence.owner?.name}\` takes it too` };
  if (isOfVariant(workspace, asked.place.path, place.path))
    return { ...place, certainty: 'likely', reason: 'The file is of another variant of the project' };
  return { ...place, certainty: 'certain' };
}

/** Two overlays of one base never run together. */
function isOfVariant(workspace: Snapshot, a: string, b: string): boolean {
  if (a === b || !workspace.facts(a)?.compose || !workspace.facts(b)?.compose) return false;
  return !workspace.projectsOf(a).some(({ files }) => files.includes(b));
}

/** Two that take one port of a machine can only do so one after the other: they are two ports with one number. */
export function isAnother(a: PortOccurrence, b: PortOccurrence): boolean {
  return (
    TAKES.has(a.role) &&
    TAKES.has(b.role) &&
    a.owner !== undefined &&
    b.owner !== undefined &&
    a.owner.name !== b.owner.name
  );
}

function reasonOf({ reason }: { readonly reason?: string }): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}

/** One entry for each place; what is certain by one way stays certain. */
class Members {
  readonly #byPlace = new Map<PortOccurrence, PortMember>();

  constructor(asked: Sighting) {
    this.add({ ...asked, certainty: 'certain' });
  }

  add(member: PortMember): void {
    const known = this.#byPlace.get(member.occurrence);
    if (known && known.certainty === 'certain') {
      if (member.definition && !known.definition) this.#byPlace.set(member.occurrence, { ...known, definition: true });
    } else this.#byPlace.set(member.occurrence, member);
  }

  all(): readonly PortMember[] {
    return [...this.#byPlace.values()];
  }

  sorted(): readonly PortMember[] {
    return this.all().toSorted(
      (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.occurrence.span.start - b.occurrence.span.start,
    );
  }
}
