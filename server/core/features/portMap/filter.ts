import { asPort, holds, type PortRange, showRange } from '../../../../registry/port.ts';
import type { MapNames } from './mapNames.ts';
import type { MarkedPlace } from './mapPlace.ts';
import type { MapPort, PortMap } from './portMap.ts';
import { says } from './words.ts';

/**
 * The places that all words of a filter fit, and the ports that have any: `postgres`, `80`, `:8080`, `file:web`,
 * `service:db`, `@conflict`; `!` before a word leaves out what it fits. See docs/port-map.md.
 */
export function filtered(map: PortMap, filter: string, names: MapNames): PortMap {
  const tests = filter
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '' && word !== '!')
    .map(testOf);
  if (tests.length === 0) return map;
  const ports = map.ports.flatMap((port): readonly MapPort[] => {
    const places = port.places.filter(place => tests.every(test => test(place, names)));
    return places.length > 0 ? [{ ...port, places }] : [];
  });
  return { ...map, ports };
}

type Test = (place: MarkedPlace, names: MapNames) => boolean;

function testOf(word: string): Test {
  if (word.startsWith('!')) {
    const inner = testOf(word.slice(1));
    return (place, names) => !inner(place, names);
  }
  if (word.startsWith('@')) return KINDS.get(word.slice(1)) ?? NEVER;
  if (/^:\d+$/.test(word)) return numberTest(Number(word.slice(1)));
  const [, key = '', text = word] = /^(file|service|use|project):(.*)$/s.exec(word) ?? [];
  switch (key) {
    case 'file':
      return (place, { file }) => has(file(place), text);
    case 'service':
      return ({ owner, target }) => has(owner, text) || has(target, text);
    case 'use':
      return (place, { who }) => has(who(place), text);
    case 'project':
      return ({ project }) => has(project, text);
    default:
      return anywhere(text);
  }
}

/** A number fits numbers that begin with it, as one types it; other words fit anything that the map shows. */
function anywhere(word: string): Test {
  return (place, { file, who }) =>
    showRange(place.range).startsWith(word) ||
    (/^\d+$/.test(word) && holdsNumber(place.range, Number(word))) ||
    has(place.owner, word) ||
    has(place.host, word) ||
    has(place.target, word) ||
    has(place.note, word) ||
    has(file(place), word) ||
    has(says(place), word) ||
    place.protocols?.includes(word as 'tcp') === true ||
    has(who(place), word);
}

function numberTest(number: number): Test {
  return ({ range, inner }) => holdsNumber(range, number) || (inner !== undefined && holdsNumber(inner, number));
}

function holdsNumber(range: PortRange, number: number): boolean {
  const port = asPort(number);
  return port !== undefined && holds(range, port);
}

function has(text: string | undefined, word: string): boolean {
  return text?.toLowerCase().includes(word) === true;
}

const NEVER: Test = () => false;

const KINDS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['conflict', ({ contest }) => contest !== undefined],
  ['problem', ({ severity }) => severity !== undefined && severity !== 'hint'],
  ['host', ({ layer }) => layer === 'host'],
  ['planned', ({ layer }) => layer === 'planned'],
  ['inside', ({ layer }) => layer === 'inside'],
  ['dialled', ({ layer }) => layer === 'dialled'],
]);
