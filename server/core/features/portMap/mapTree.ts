import { showRange } from '../../../../registry/port.ts';
import type { Severity } from '../../facts/finding.ts';
import { SEVERITIES } from '../../facts/level.ts';
import { addTo } from '../../text/addTo.ts';
import { inOrder } from '../../text/inOrder.ts';
import { once } from '../../text/once.ts';
import { basename } from '../../text/path.ts';
import { type MapNames, whereOf } from './mapNames.ts';
import type { MarkedPlace } from './mapPlace.ts';
import { type MapPort, type PortMap, portsOf } from './portMap.ts';
import { conflict, conflictWord, count, opens, portName, says } from './words.ts';

export type Grouping = 'port' | 'file' | 'service';

/** An entry of a tree of ports. The id is that of its parent and something that tells it from its siblings. */
export interface MapNode {
  readonly id: string;
  readonly kind: 'project' | 'port' | 'service' | 'file' | 'place';
  readonly label: string;
  readonly description: string;
  /** Plain text, several lines. */
  readonly tooltip: string;
  readonly severity: Severity | undefined;
  readonly isContested: boolean;
  /** Where it leads: its own place, or its first. */
  readonly place: MarkedPlace | undefined;
  /** The number whose page it has. */
  readonly port: number | undefined;
  readonly hasChildren: boolean;
  children(): readonly MapNode[];
}

export function mapTree(map: PortMap, by: Grouping, names: MapNames): readonly MapNode[] {
  if (by === 'port') return map.ports.map(port => portNode('', port, names, true));
  return by === 'file' ? fileNodes(map, names) : projectNodes(map, names);
}

/** The children of a node; undefined where there is no such node, as it may have gone. */
export function childrenOf(roots: readonly MapNode[], id: string): readonly MapNode[] | undefined {
  const found = roots.find(node => id === node.id || id.startsWith(`${node.id}\n`));
  if (!found) return undefined;
  return found.id === id ? found.children() : childrenOf(found.children(), id);
}

function portNode(parent: string, port: MapPort, names: MapNames, alone: boolean): MapNode {
  const { places, range } = port;
  const [first] = places;
  const takers = places.filter(({ layer }) => layer === 'host');
  const users = distinct(places.map(place => names.who(place))).slice(0, 2);
  const owners = distinct((takers.length > 0 ? takers : places).map(({ owner, target }) => target ?? owner));
  const isContested = places.some(place => place.contest !== undefined);
  const opened = distinct(takers.map(opens));
  const parts = [
    conflictWord(places.map(({ contest }) => contest)),
    first?.layer === 'planned' ? says(first) : '',
    shortList(owners),
    opened.length === 1 ? opened.join('') : '',
    users.filter(user => !owners.includes(user.toLowerCase())).join(', '),
    takers.length > 0 || first?.layer === 'planned' ? '' : first?.layer === 'inside' ? 'inside' : 'dialled',
  ];
  const children = once(() =>
    unique(places.map(place => placeNode(idIn(parent, showRange(range)), place, names, port))),
  );
  return {
    id: idIn(parent, showRange(range)),
    kind: 'port',
    label: portName(port),
    description: parts.filter(part => part !== '').join(' · '),
    tooltip: [
      portName(port),
      ...users.map(user => `Likely ${user}`),
      ...places.slice(0, MOST_LINES).map(place => lineOf(place, names)),
    ].join('\n'),
    severity: worst(places),
    isContested,
    place: first,
    port: range.first,
    hasChildren: alone || places.length > 1,
    children,
  };
}

/** A place below its port. */
function placeNode(parent: string, place: MarkedPlace, names: MapNames, port: MapPort): MapNode {
  // Two mappings may differ in nothing else.
  const transport = port.protocols.length > 1 ? (place.protocols?.join('+') ?? '') : '';
  return leaf(idIn(parent, `${place.path} ${place.key}`), place, names, says(place), [
    transport,
    opens(place),
    conflict(place, other => whereOf(other, names)),
    whereOf(place, names),
  ]);
}

/** A place below its file. */
function lineNode(place: MarkedPlace, names: MapNames): MapNode {
  const label = portName({ range: place.range, protocols: place.protocols ?? [] });
  return leaf(idIn(place.path, place.key), place, names, label, [
    says(place),
    opens(place),
    conflict(place, other => whereOf(other, names)),
    names.who(place) ?? '',
  ]);
}

function leaf(id: string, place: MarkedPlace, names: MapNames, label: string, parts: readonly string[]): MapNode {
  return {
    id,
    kind: 'place',
    label,
    description: parts.filter(part => part !== '').join(' · '),
    tooltip: lineOf(place, names),
    severity: place.severity,
    isContested: place.contest !== undefined,
    place,
    port: place.range.first,
    hasChildren: false,
    children: () => [],
  };
}

function fileNodes({ ports }: PortMap, names: MapNames): readonly MapNode[] {
  const byFile = new Map<string, MarkedPlace[]>();
  for (const { places } of ports) for (const place of places) addTo(byFile, place.path, place);
  return [...byFile]
    .map(([path, all]) => {
      const places = all.toSorted((a, b) => a.span.start - b.span.start);
      const [first] = places;
      const file = first ? names.file(first) : basename(path);
      return group('', 'file', path, file, '', places, () => places.map(place => lineNode(place, names)));
    })
    .sort((a, b) => inOrder(a.label, b.label));
}

function projectNodes(map: PortMap, names: MapNames): readonly MapNode[] {
  const byProject = new Map<string, MarkedPlace[]>();
  for (const { places } of map.ports) for (const place of places) addTo(byProject, place.project, place);
  // What the map has without a filter decides, so that a filter does not change its form.
  if (map.projects.length < 2) return [...byProject.values()].flatMap(places => serviceNodes('', places, names));
  return [...byProject]
    .map(([folder, places]) =>
      group('', 'project', folder, names.project(folder), '', places, () => serviceNodes(folder, places, names)),
    )
    .sort((a, b) => inOrder(a.label, b.label));
}

/** What no service owns stands under the name of its file. */
function serviceNodes(parent: string, all: readonly MarkedPlace[], names: MapNames): readonly MapNode[] {
  const byOwner = new Map<string, MarkedPlace[]>();
  for (const place of all) addTo(byOwner, place.owner ?? `\t${names.file(place)}`, place);
  return [...byOwner]
    .map(([owner, places]) => {
      const isFile = owner.startsWith('\t');
      const id = idIn(parent, owner);
      const ports = once(() => portsOf(places));
      const users = distinct(places.filter(({ layer }) => layer !== 'dialled').map(place => names.who(place))).slice(
        0,
        2,
      );
      return group(
        parent,
        isFile ? 'file' : 'service',
        owner,
        isFile ? owner.slice(1) : owner,
        users.join(', '),
        places,
        () => ports().map(port => portNode(id, port, names, false)),
      );
    })
    .sort((a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || inOrder(a.label, b.label));
}

function group(
  parent: string,
  kind: 'project' | 'service' | 'file',
  key: string,
  label: string,
  detail: string,
  places: readonly MarkedPlace[],
  children: () => readonly MapNode[],
): MapNode {
  const takers = places.filter(({ layer }) => layer === 'host');
  const worstOf = worst(places);
  const counting = takers.length > 0 ? takers : places;
  const numbers = distinct(
    counting.toSorted((a, b) => a.range.first - b.range.first).map(place => showRange(place.range)),
  );
  const isContested = places.some(place => place.contest !== undefined);
  const counted = takers.length > 0 ? count(numbers.length, 'host port') : count(numbers.length, 'port');
  const listed = numbers.length <= MOST_NUMBERS && takers.length > 0 ? numbers.join(', ') : counted;
  const description = [conflictWord(places.map(({ contest }) => contest)), listed, detail]
    .filter(part => part !== '')
    .join(' · ');
  return {
    id: idIn(parent, key),
    kind,
    label,
    description,
    tooltip: [
      label,
      [listed === counted ? counted : `${counted}: ${listed}`, detail].filter(part => part !== '').join(' · '),
      ...(isContested ? ['Has conflicts'] : []),
      ...(worstOf === undefined ? [] : [`Worst finding: ${worstOf}`]),
    ].join('\n'),
    severity: worstOf,
    isContested,
    place: places[0],
    port: undefined,
    hasChildren: true,
    children: once(() => unique(children())),
  };
}

/** One sentence with everything, for a tooltip and for a screen reader. */
function lineOf(place: MarkedPlace, names: MapNames): string {
  const opened = opens(place);
  const rival = conflict(place, other => whereOf(other, names));
  const found = place.severity === undefined || place.contest !== undefined ? '' : `has a finding (${place.severity})`;
  return [`${says(place)}${opened === '' ? '' : ` on ${opened}`}`, rival, found, whereOf(place, names)]
    .filter(part => part !== '')
    .join(', ');
}

/** Several mappings may say the same: the later ones are told apart by their number. */
function unique(nodes: readonly MapNode[]): readonly MapNode[] {
  const seen = new Map<string, number>();
  return nodes.map(node => {
    const times = seen.get(node.id) ?? 0;
    seen.set(node.id, times + 1);
    return times === 0 ? node : { ...node, id: `${node.id} ${times + 1}` };
  });
}

function idIn(parent: string, key: string): string {
  const own = key.replace(/\n/g, ' ');
  return parent === '' ? own : `${parent}\n${own}`;
}

function worst(places: readonly MarkedPlace[]): Severity | undefined {
  return SEVERITIES.find(severity => places.some(place => place.severity === severity));
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter(text => text !== undefined))];
}

function shortList(names: readonly string[]): string {
  return names.length <= MOST_OWNERS
    ? names.join(', ')
    : `${names.slice(0, MOST_OWNERS - 1).join(', ')} and ${names.length - MOST_OWNERS + 1} more`;
}

const MOST_OWNERS = 3;
const MOST_NUMBERS = 5;
const MOST_LINES = 12;
