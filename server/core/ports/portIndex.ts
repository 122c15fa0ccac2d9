import { overlaps, type PortRange } from '../../../registry/port.ts';
import { addTo } from '../text/addTo.ts';

export interface PortIndex<T> {
  /** Everything whose ports overlap the range. */
  at(range: PortRange): readonly T[];
}

/** Finds by number without asking every item; made when it is first asked. Ranges of several numbers are few. */
export function indexByPort<T>(items: () => Iterable<T>, rangeOf: (item: T) => PortRange | undefined): PortIndex<T> {
  let made: { readonly byPort: ReadonlyMap<number, readonly T[]>; readonly ranges: readonly Ranged<T>[] } | undefined;
  const make = (): NonNullable<typeof made> => {
    const byPort = new Map<number, T[]>();
    const ranges: Ranged<T>[] = [];
    for (const item of items()) {
      const range = rangeOf(item);
      if (!range) continue;
      if (range.first !== range.last) ranges.push({ item, range });
      else addTo(byPort, range.first, item);
    }
    return { byPort, ranges };
  };
  return {
    at(range) {
      const { byPort, ranges } = (made ??= make());
      const singles =
        range.first === range.last
          ? (byPort.get(range.first) ?? NONE)
          : [...byPort].flatMap(([port, found]) => (range.first <= port && port <= range.last ? found : []));
      if (!ranges.some(each => overlaps(each.range, range))) return singles;
      return [...singles, ...ranges.filter(each => overlaps(each.range, range)).map(({ item }) => item)];
    },
  };
}

interface Ranged<T> {
  readonly item: T;
  readonly range: PortRange;
}

const NONE: readonly never[] = [];
