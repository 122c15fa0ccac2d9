import type { PortRange } from '../../../../registry/port.ts';
import { showAddress } from '../../ports/address.ts';
import { showNamespace } from '../../ports/occurrence.ts';
import type { MapNames } from './mapNames.ts';
import type { MapPlace, MarkedPlace } from './mapPlace.ts';
import type { MapPort, PortMap } from './portMap.ts';

/** The public JSON of the map, a text for each port: see docs/port-map.md. Words that `scan` has mean the same here. */
export function jsonMap(map: PortMap, names: MapNames): readonly string[] {
  return map.ports.map(port => JSON.stringify(portJson(port, names)));
}

function portJson({ range, protocols, layer, places }: MapPort, names: MapNames): object {
  return {
    ...showRange(range),
    protocol: protocols.join('+') || null,
    layer,
    conflict: places.some(({ contest }) => contest !== undefined),
    places: places.map(place => placeJson(place, names)),
  };
}

function placeJson(place: MarkedPlace, names: MapNames): object {
  const facts = names.facts(place.path);
  const end = facts?.lines.position(place.span.end) ?? { line: 0, character: 0 };
  return {
    ...startOf(place, names),
    endLine: end.line + 1,
    endCol: end.character + 1,
    text: facts?.text.slice(place.span.start, place.span.end) ?? '',
    protocol: place.protocols?.join('+') ?? null,
    role: place.role,
    layer: place.layer,
    format: place.format,
    namespace: showNamespace(place.namespace),
    owner: place.owner ?? null,
    project: names.project(place.project) || '.',
    likely: names.who(place) ?? null,
    address: place.layer === 'host' && place.address ? showAddress(place.address) : null,
    inside: place.inner ? showRange(place.inner) : null,
    host: place.host ?? null,
    target: place.target ?? null,
    note: place.note ?? null,
    severity: place.severity ?? null,
    conflict: place.contest !== undefined,
    rivals: place.rivals.map(rival => ({ ...startOf(rival, names), owner: rival.owner ?? null })),
  };
}

function startOf(
  place: MapPlace,
  names: MapNames,
): { readonly path: string; readonly line: number; readonly col: number } {
  const { line, character } = names.facts(place.path)?.lines.position(place.span.start) ?? { line: 0, character: 0 };
  return { path: names.file(place), line: line + 1, col: character + 1 };
}

function showRange({ first, last }: PortRange): { readonly start: number; readonly end: number } {
  return { start: first, end: last };
}
