import { PROTOCOLS, type Protocol } from '../../../../registry/port.ts';
import { addTo } from '../../text/addTo.ts';
import { inOrder } from '../../text/inOrder.ts';
import { relativePath } from '../../text/path.ts';
import { lineOf, type MapNames, whereOf } from './mapNames.ts';
import type { Layer, MarkedPlace } from './mapPlace.ts';
import type { PortMap } from './portMap.ts';
import { callOf, conflict, opens, portName, says } from './words.ts';

/** A line of a table: what one service does with one port, in however many places. */
export interface MapRow {
  /** As it is shown; files of the row are told from there. */
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
  for (const port of map.ports)
    for (const place of port.places) {
      // What a variable sets is told where the variable stands, and a plan that is kept to is no news.
      if (place.layer !== layer || place.sets !== undefined) continue;
      if (layer === 'planned' && port.layer !== layer) continue;
      const { project, range, owner } = place;
      // What is inside has many places that say the same: a setting, EXPOSE, a check.
      const what = layer === 'inside' ? '' : detailOf(place);
      addTo(merged, [project, range.first, range.last, owner, what].join('\n'), place);
    }
  const rows = [...merged.values()].flatMap(places => rowOf(places, names) ?? []);
  // Stable: within a project the order is that of the map.
  return rows.toSorted((a, b) => inOrder(a.project, b.project));
}

function rowOf(places: readonly MarkedPlace[], names: MapNames): MapRow | undefined {
  const [first] = places;
  if (!first) return undefined;
  const used = new Set<Protocol>(places.flatMap(({ protocols }) => protocols ?? []));
  const contested = places.find(({ contest }) => contest !== undefined) ?? first;
  const folder = names.project(first.project);
  const whole = whereOf(first, names);
  const at = folder !== '' && whole.startsWith(`${folder}/`) ? whole.slice(folder.length + 1) : whole;
  return {
    project: folder,
    port: portName({ range: first.range, protocols: PROTOCOLS.filter(each => used.has(each)) }),
    service: first.owner ?? '',
    detail: [...new Set(places.map(detailOf))].join(', '),
    likely: names.who(first) ?? '',
    at: `${at}${places.length > 1 ? ` +${places.length - 1}` : ''}`,
    // Other projects are mostly neighbours, and their whole paths long.
    conflict: conflict(contested, rival => `${relativePath(first.project, rival.path)}:${lineOf(rival, names)}`),
    place: first,
  };
}

function detailOf(place: MarkedPlace): string {
  if (place.layer === 'host') return opens(place) || (place.role === 'listen' ? 'listens' : '');
  if (place.layer === 'dialled') return callOf(place);
  if (place.role === 'listen' && place.namespace.kind === 'cluster') return 'Service port';
  return place.layer === 'planned' ? (place.note ?? '') : (DOES[place.role] ?? says(place));
}

const DOES: Readonly<Partial<Record<MarkedPlace['role'], string>>> = {
  listen: 'listens',
  expose: 'exposed',
  target: 'container port',
};
