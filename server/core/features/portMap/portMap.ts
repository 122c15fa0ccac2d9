import { overlaps, type PortRange, PROTOCOLS, type Protocol, showRange } from '../../../../registry/port.ts';
import type { Finding, Place, Severity } from '../../facts/finding.ts';
import { reaches } from '../../facts/level.ts';
import { addTo } from '../../text/addTo.ts';
import { LAYERS, type Layer, type MapPlace, type MarkedPlace } from './mapPlace.ts';
import { placesAt } from './placesAt.ts';

/** What the rules say of a place, as far as the map shows it. */
export type Mark = Pick<Finding, 'rule' | 'severity' | 'at'> & { readonly related: readonly Place[] };

/** Every port of a workspace: one number, or a range that is written as one, with all its places. */
export interface PortMap {
  /** Those that somebody takes on a machine first, each kind by number. */
  readonly ports: readonly MapPort[];
  /** The folders of the projects, sorted; at least one where there are ports. */
  readonly projects: readonly string[];
}

export interface MapPort {
  readonly range: PortRange;
  /** That of its weightiest place. */
  readonly layer: Layer;
  readonly protocols: readonly Protocol[];
  /** The weightiest first, then by file. */
  readonly places: readonly MarkedPlace[];
}

/** `marks` come from the rules, of all files or of those that were asked for so far. */
export function portMap(places: readonly MapPlace[], marks: readonly Mark[]): PortMap {
  const marked = withMarks(withTargets(places), marks);
  const hosts = marked.filter(isTaken);
  const ports = portsOf(marked).filter(({ layer, range }) => layer !== 'planned' || !isUsedUp(range, hosts));
  return { ports, projects: [...new Set(places.map(({ project }) => project))].sort() };
}

/** The ports of some places, in the order of the map. */
export function portsOf(marked: readonly MarkedPlace[]): readonly MapPort[] {
  const byRange = new Map<string, MarkedPlace[]>();
  for (const place of marked) addTo(byRange, showRange(place.range), place);
  return [...byRange.values()]
    .flatMap(all => portOf(all) ?? [])
    .sort((a, b) => order(a.layer) - order(b.layer) || compareRanges(a.range, b.range));
}

function portOf(all: readonly MarkedPlace[]): MapPort | undefined {
  const places = all.toSorted(
    (a, b) => order(a.layer) - order(b.layer) || compare(a.path, b.path) || a.span.start - b.span.start,
  );
  const [first] = places;
  if (!first) return undefined;
  const used = new Set(places.flatMap(({ protocols }) => protocols ?? []));
  return { range: first.range, layer: first.layer, places, protocols: PROTOCOLS.filter(each => used.has(each)) };
}

/** Of a plan, what nobody takes yet is news; a part of a range that is taken leaves the rest. */
function isUsedUp(plan: PortRange, hosts: readonly MapPlace[]): boolean {
  return plan.first === plan.last && hosts.some(({ range }) => overlaps(range, plan));
}

/** Who is dialled by the name of a service of the same project; in a cluster, with the name's domain behind it. */
function withTargets(places: readonly MapPlace[]): readonly MapPlace[] {
  const owners = new Set(places.map(({ project, owner }) => `${project}\n${owner}`));
  return places.map(place => {
    const { project, host, target, layer } = place;
    if (layer !== 'dialled' || target !== undefined || host === undefined) return place;
    const name = host.split('.')[0] ?? '';
    return name !== place.owner && owners.has(`${project}\n${name}`) ? { ...place, target: name } : place;
  });
}

/** Rules that say of a port that another one has it. */
const COLLISIONS: ReadonlySet<string> = new Set(['host-port-collision', 'replicated-host-port']);

function withMarks(places: readonly MapPlace[], marks: readonly Mark[]): readonly MarkedPlace[] {
  const at = placesAt(places);
  const worst = new Map<MapPlace, Severity>();
  const contests = new Map<MapPlace, Contest>();
  for (const { rule, severity, at: place, related } of marks) {
    const found = at(place);
    for (const each of found) worst.set(each, worseOf(severity, worst.get(each)));
    if (!COLLISIONS.has(rule)) continue;
    const here = found.filter(isTaken).slice(0, MOST_SHARING);
    // Services that share a mapping stand at one place.
    const there = [...related.flatMap(at).filter(isTaken), ...here];
    for (const one of here) {
      addRival(contests, one, severity, undefined);
      for (const other of there) {
        if (other === one || !overlaps(one.range, other.range)) continue;
        addRival(contests, one, severity, other);
        addRival(contests, other, severity, one);
      }
    }
  }
  return places.map(place => {
    const contest = contests.get(place);
    return { ...place, severity: worst.get(place), contest: contest?.severity, rivals: [...(contest?.rivals ?? [])] };
  });
}

/** Services that an anchor gives one mapping; a hostile file has thousands. */
const MOST_SHARING = 50;

interface Contest {
  severity: Severity;
  readonly rivals: Set<MapPlace>;
}

function addRival(
  contests: Map<MapPlace, Contest>,
  one: MapPlace,
  severity: Severity,
  other: MapPlace | undefined,
): void {
  const known = contests.get(one) ?? { severity, rivals: new Set() };
  known.severity = worseOf(severity, known.severity);
  if (other) known.rivals.add(other);
  contests.set(one, known);
}

function isTaken({ layer }: MapPlace): boolean {
  return layer === 'host';
}

function worseOf(a: Severity, b: Severity | undefined): Severity {
  return b === undefined || reaches(a, b) ? a : b;
}

function order(layer: Layer): number {
  return LAYERS.indexOf(layer);
}

function compareRanges(a: PortRange, b: PortRange): number {
  return a.first - b.first || a.last - b.last;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
