import { addTo } from '../../text/addTo.ts';

/** Finds the items that a key may mean, in their order. */
export type Index<K, T> = (key: K) => readonly T[];

/**
 * Keeps an index while few items change. `make` gives the places of the items that a key means, in their order; an item that has changed
 * since then is always among those that are found, so whoever asks has to look at each of them himself.
 */
export function keptIndex<K, T>(
  make: (items: readonly T[]) => (key: K) => readonly number[],
): (items: readonly T[]) => Index<K, T> {
  let last: { readonly items: readonly T[]; readonly find: (key: K) => readonly number[] } | undefined;
  return items => {
    const changed = last ? changesIn(last.items, items) : [];
    if (!last || changed.length > MOST_CHANGED) last = { items, find: make(items) };
    const { find } = last;
    const also = last.items === items ? [] : changed;
    return key => {
      const found = find(key);
      const places = also.every(place => found.includes(place)) ? found : [...found, ...also].sort((a, b) => a - b);
      return places.flatMap((place, at) => (place === places[at - 1] ? [] : (items[place] ?? [])));
    };
  };
}

/** An index by all keys of each item. */
export function byKeys<K, T>(keysOf: (item: T) => Iterable<K>): (items: readonly T[]) => (key: K) => readonly number[] {
  return items => {
    const places = new Map<K, number[]>();
    for (const [place, item] of items.entries()) for (const key of keysOf(item)) addTo(places, key, place);
    return key => places.get(key) ?? [];
  };
}

function changesIn<T>(before: readonly T[], now: readonly T[]): readonly number[] {
  const changed: number[] = [];
  for (let place = 0; place < Math.max(before.length, now.length); place++)
    if (before[place] !== now[place]) changed.push(place);
  return changed;
}

const MOST_CHANGED = 16;
