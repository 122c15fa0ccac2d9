import { addTo } from './addTo.ts';

/** Items by their keys, each list in the order of the items. `Map.groupBy` is not in every Node that runs this. */
export function grouped<K, T>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const lists = new Map<K, T[]>();
  for (const item of items) addTo(lists, keyOf(item), item);
  return lists;
}
