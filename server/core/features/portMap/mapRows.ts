import { PROTOCOLS, type Protocol } from '../../../../registry/port.ts';
import { type MapNames, whereOf } from './mapNames.ts';
import type { Layer, MarkedPlace } from './mapPlace.ts';
import type { PortMap } from './portMap.ts';
import { callOf, conflict, opens, portName, says } from './words.ts';

/** A line of a table: what one service does with one port, in however many places. */
export interface MapRow {
  /** As it is shown; empty where there is only one. */
  readonly project: string;
  readonly port: string;
  /** Who takes it, has it or calls. */
  readonly service: string;
  /** Where it is open, what is done with it, or who is called. */
  readonly detail: string;
  readonly likely: string;
  /** The first place, and how many more there are. */
  readonly at: string;
  readonly conflict: string;
  readonly place: MarkedPlace;
}

/** The rows of one kind of ports: project by project, and there by number. */
export function mapRows(map: PortMap, layer: Layer, names: MapNames): readonly MapRow[] {
  const merged = new Map<string, MarkedPlace[]>();
  for (const { places } of map.ports)
    for (const place of places) {
      if (place.layer !== layer) continue;
      const { project, range, owner } = place;
      const key = [project, range.first, range.last, owner, detailOf(place)].join('\n');
      const known = merged.get(key);
      if (known) known.push(place);
      else merged.set(key, [place]);
    }
  const rows = [...merged.values()].flatMap(places => rowOf(map, places, names) ?? []);
  // Stable: within a project the order is that of the map.
  return map.projects.length < 2 ? rows : rows.toSorted((a, b) => compare(a.project, b.project));
}

function rowOf({ projects }: PortMap, places: readonly MarkedPlace[], names: MapNames): MapRow | undefined {
  const [first] = places;
  if (!first) return undefined;
  const used = new Set<Protocol>(places.flatMap(({ protocols }) => protocols ?? []));
  const contested = places.find(({ contest }) => contest !== undefined) ?? first;
  return {
    project: projects.length < 2 ? '' : names.project(first.project),
    port: portName({ range: first.range, protocols: PROTOCOLS.filter(each => used.has(each)) }),
    service: first.owner ?? '',
    detail: detailOf(first),
    likely: names.who(first) ?? '',
    at: `${whereOf(first, names)}${places.length > 1 ? ` +${places.length - 1}` : ''}`,
    conflict: conflict(contested, other => whereOf(other, names)),
    place: first,
  };
}

function detailOf(place: MarkedPlace): string {
  if (place.layer === 'host') return opens(place);
  if (place.layer === 'dialled') return callOf(place);
  return place.layer === 'planned' ? (place.note ?? '') : (DOES[place.role] ?? says(place));
}

const DOES: Readonly<Partial<Record<MarkedPlace['role'], string>>> = {
  listen: 'listens',
  expose: 'exposed',
  target: 'container port',
};

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
