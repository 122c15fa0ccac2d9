import type { LazyScalar } from '../lazyScalar.ts';
import { DEEPEST, type ListNode, type MapEntry, type MapNode, type Node } from '../tree.ts';
import { fail, type TomlCursor } from './tomlCursor.ts';

/**
 * A table. It begins at the `[` or `{` that opened it, or at the rest of the dotted key that implied it, and ends with
 * the last that was put into it, so it may lie around tables that do not belong to it.
 */
export class TomlMap implements MapNode {
  readonly kind: 'map' = 'map';
  readonly span: { readonly start: number; end: number };
  readonly flow: boolean;
  readonly entries: MapEntry[] = [];
  /** Collections around it. */
  readonly depth: number;
  /** A header of its own has opened it. */
  opened = false;
  #named: Map<string, TomlMap | TomlList> | undefined;

  constructor(start: number, end: number, flow: boolean, depth: number) {
    this.span = { start, end };
    this.flow = flow;
    this.depth = depth;
    this.#named = undefined;
  }

  /** The table or the array of tables that headers and dotted keys can add to. */
  named(name: string): TomlMap | TomlList | undefined {
    return this.#named?.get(name);
  }

  name(key: LazyScalar, value: TomlMap | TomlList): void {
    this.#named ??= new Map();
    this.#named.set(key.text, value);
    this.entries.push({ key, value, merged: false });
  }
}

/** Of `[[name]]` and of `[...]`. */
export class TomlList implements ListNode {
  readonly kind: 'list' = 'list';
  readonly span: { readonly start: number; end: number };
  readonly flow: boolean;
  readonly items: Node[] = [];
  /** The table that was added last. */
  latest: TomlMap | undefined = undefined;

  constructor(start: number, flow: boolean) {
    this.span = { start, end: start };
    this.flow = flow;
  }
}

/** A table and those around it, whose ends move with its own. */
export interface Place {
  readonly map: TomlMap;
  readonly around: readonly (TomlMap | TomlList)[];
}

/** The table under `keys` of `map`, made where it is missing; each begins at `start`, or else at its own next key. */
export function tableUnder(
  c: TomlCursor,
  map: TomlMap,
  keys: readonly LazyScalar[],
  next: readonly LazyScalar[],
  start: number | undefined,
): Place {
  const around: (TomlMap | TomlList)[] = [map];
  let inner = map;
  for (const [index, key] of keys.entries()) {
    const known = inner.named(key.text);
    let found: TomlMap | undefined;
    if (known instanceof TomlList) {
      around.push(known);
      found = known.latest;
    } else found = known;
    if (found === undefined) {
      if (tooDeep(c, inner, key)) break;
      const from = start ?? next[index]?.span.start ?? key.span.start;
      found = new TomlMap(from, c.last, map.flow, inner.depth + 1);
      inner.name(key, found);
    }
    around.push(found);
    inner = found;
  }
  return { map: inner, around };
}

/** The table that `[keys]` opens. */
export function openTable(c: TomlCursor, root: TomlMap, keys: readonly LazyScalar[], start: number): Place {
  const place = tableUnder(c, root, keys, [], start);
  const last = keys.at(-1);
  if (place.map.opened && last !== undefined) repeated(c, last);
  place.map.opened = true;
  return place;
}

/** The table that `[[keys]]` adds. */
export function addTable(c: TomlCursor, root: TomlMap, keys: readonly LazyScalar[], start: number): Place {
  const last = keys.at(-1);
  const outer = tableUnder(c, root, keys.slice(0, -1), [], start);
  if (last === undefined || tooDeep(c, outer.map, last)) return outer;
  const known = outer.map.named(last.text);
  let list = known instanceof TomlList ? known : undefined;
  if (list === undefined) {
    if (known !== undefined) repeated(c, last);
    list = new TomlList(start, false);
    outer.map.name(last, list);
  }
  const item = new TomlMap(start, c.last, false, outer.map.depth + 2);
  item.opened = true;
  list.items.push(item);
  list.latest = item;
  return { map: item, around: [...outer.around, list, item] };
}

/** The place ends with what was read last. */
export function grow(c: TomlCursor, place: Place): void {
  for (const node of place.around) node.span.end = c.last;
}

function tooDeep(c: TomlCursor, map: TomlMap, key: LazyScalar): boolean {
  if (map.depth + 2 < DEEPEST) return false;
  fail(c, key.span.start, key.span.end, 'This is nested too deeply');
  return true;
}

function repeated(c: TomlCursor, key: LazyScalar): void {
  fail(c, key.span.start, key.span.end, 'This name has been given already');
}
