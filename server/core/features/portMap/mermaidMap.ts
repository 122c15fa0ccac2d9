import { PROTOCOLS, showRange } from '../../../../registry/port.ts';
import { addTo } from '../../text/addTo.ts';
import { UNPRINTABLE } from '../../text/unprintable.ts';
import type { MapNames } from './mapNames.ts';
import type { MarkedPlace } from './mapPlace.ts';
import type { MapPort, PortMap } from './portMap.ts';
import { opens, portName } from './words.ts';

/**
 * A picture of who is reached by which host port and who calls whom, for Mermaid. https://mermaid.js.org/syntax/flowchart.html
 * Ids are made up here; names from files stand in quoted labels only.
 */
export function mermaidMap(map: PortMap, names: MapNames): string {
  const hosts = map.ports.filter(({ layer }) => layer === 'host');
  const shown = hosts.slice(0, MOST_PORTS);
  const takers = shown.flatMap(({ places }) => places.filter(({ layer }) => layer === 'host')).slice(0, MOST_TAKERS);
  const calls = distinctCalls(map).slice(0, MOST_CALLS);
  const services = servicesOf(takers, calls);
  const lines = [
    'flowchart LR',
    ...subgraph(
      'host',
      'Host ports',
      shown.map(port => `${portId(port)}${quoted(portName(hostSide(port)))}`),
    ),
    ...[...services.byProject]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([project, own], index) =>
        subgraph(
          `project${index}`,
          names.project(project) || 'Services',
          own.map(service => `${service.id}(${label(serviceLabel(service, names))})`),
        ),
      ),
    ...distinct(
      takers.map(
        place => `  ${portIdOf(place)} -->${edge(opens(place))} ${services.idOf(place.project, ownerOf(place))}`,
      ),
    ),
    ...calls.map(
      ({ project, from, to, ports }) =>
        `  ${services.idOf(project, from)} -.->${edge(ports.join(', '))} ${services.idOf(project, to)}`,
    ),
    ...(hosts.length > shown.length ? [`  more${quoted(`and ${hosts.length - shown.length} more host ports`)}`] : []),
    ...styles(shown),
  ];
  return `${lines.join('\n')}\n`;
}

/** More than this, and a picture is a web in which nobody finds anything. Mermaid itself refuses 500 edges. */
const MOST_PORTS = 80;
const MOST_TAKERS = 300;
const MOST_CALLS = 120;

interface Service {
  readonly id: string;
  readonly name: string;
  readonly places: MarkedPlace[];
}

interface Services {
  readonly byProject: ReadonlyMap<string, readonly Service[]>;
  idOf(project: string, name: string): string;
}

interface Call {
  readonly project: string;
  readonly from: string;
  readonly to: string;
  readonly ports: readonly string[];
}

function servicesOf(takers: readonly MarkedPlace[], calls: readonly Call[]): Services {
  const byProject = new Map<string, Service[]>();
  const known = new Map<string, Service>();
  const add = (project: string, name: string): Service => {
    const key = `${project}\n${name}`;
    const service = known.get(key) ?? { id: `service${known.size}`, name, places: [] };
    if (!known.has(key)) addTo(byProject, project, service);
    known.set(key, service);
    return service;
  };
  for (const place of takers) add(place.project, ownerOf(place)).places.push(place);
  for (const { project, from, to } of calls) {
    add(project, from);
    add(project, to);
  }
  return { byProject, idOf: (project, name) => add(project, name).id };
}

/** Who calls whom within a project, with all the ports. */
function distinctCalls({ ports }: PortMap): readonly Call[] {
  const calls = new Map<
    string,
    { readonly project: string; readonly from: string; readonly to: string; readonly ports: string[] }
  >();
  for (const { places, range } of ports)
    for (const { project, owner, target, role } of places) {
      if (owner === undefined || target === undefined || owner === target || role !== 'connect') continue;
      const key = [project, owner, target].join('\n');
      const call = calls.get(key) ?? { project, from: owner, to: target, ports: [] };
      calls.set(key, call);
      if (!call.ports.includes(showRange(range))) call.ports.push(showRange(range));
    }
  return [...calls.values()];
}

/** Without the transports of what only calls it. */
function hostSide({ range, places }: MapPort): Pick<MapPort, 'range' | 'protocols'> {
  const used = new Set(places.flatMap(({ layer, protocols }) => (layer === 'host' ? (protocols ?? []) : [])));
  return { range, protocols: PROTOCOLS.filter(each => used.has(each)) };
}

function serviceLabel({ name, places }: Service, names: MapNames): string {
  const [who] = places.flatMap(place => names.who(place) ?? []);
  return who === undefined || who.toLowerCase() === name.toLowerCase()
    ? escaped(name)
    : `${escaped(name)}<br/>${escaped(who)}`;
}

function ownerOf({ owner, format }: MarkedPlace): string {
  return owner ?? format;
}

function styles(ports: readonly MapPort[]): readonly string[] {
  const contested = ports.filter(({ places }) => places.some(({ contest }) => contest !== undefined));
  if (contested.length === 0) return [];
  return ['  classDef conflict stroke:#d32f2f,stroke-width:3px', `  class ${contested.map(portId).join(',')} conflict`];
}

function subgraph(id: string, title: string, nodes: readonly string[]): readonly string[] {
  return nodes.length === 0 ? [] : [`  subgraph ${id}${quoted(title)}`, ...nodes.map(node => `    ${node}`), '  end'];
}

function portId({ range }: MapPort): string {
  return `port${showRange(range).replace('-', 'to')}`;
}

function portIdOf({ range }: MarkedPlace): string {
  return `port${showRange(range).replace('-', 'to')}`;
}

function edge(text: string): string {
  return text === '' ? '' : `|${label(escaped(text))}|`;
}

function quoted(text: string): string {
  return `[${label(escaped(text))}]`;
}

function label(text: string): string {
  return `"${text}"`;
}

/** Mermaid's own entities: https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters */
function escaped(text: string): string {
  return (
    text
      .replace(UNPRINTABLE, '\uFFFD')
      .replace(/[#"<>&`\\]/g, char => `#${char.charCodeAt(0)};`)
      // The one word that its lexer looks for within a line, whatever stands around it.
      .replace(/direction(?=\s)/g, 'directio#110;')
  );
}

function distinct(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}
