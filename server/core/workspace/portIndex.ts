import { overlaps, type PortRange } from '../../../registry/port.ts';

export interface PortIndex<T> {
  /** Everything whose ports overlap the range. */
  at(range: PortRange): readonly T[];
}

/** Finds by number without asking every item. Ranges of several numbers are few, and are asked one by one. */
export function indexByPort<T>(items: Iterable<T>, rangeOf: (item: T) => PortRange): PortIndex<T> {
  const byPort = new Map<number, T[]>();
  const ranges: T[] = [];
  for (const item of items) {
    const { first, last } = rangeOf(item);
    const known = first === last ? byPort.get(first) : ranges;
    if (known) known.push(item);
    else byPort.set(first, [item]);
  }
  return {
    at(range) {
      const singles =
        range.first === range.last
          ? (byPort.get(range.first) ?? [])
          : [...byPort].flatMap(([port, found]) => (range.first <= port && port <= range.last ? found : []));
      return [...singles, ...ranges.filter(item => overlaps(rangeOf(item), range))];
    },
  };
}
