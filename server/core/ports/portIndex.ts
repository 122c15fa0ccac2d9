import { overlaps, type PortRange, sizeOf } from '../../../registry/port.ts';
import { addTo } from '../text/addTo.ts';
import { lowerBound } from '../text/lowerBound.ts';
import { once } from '../text/once.ts';

export interface PortIndex<T> {
  /** Everything whose ports overlap the range. */
  at(range: PortRange): readonly T[];
}

/** Finds by number without asking every item; made when it is first asked. */
export function indexByPort<T>(items: () => Iterable<T>, rangeOf: (item: T) => PortRange | undefined): PortIndex<T> {
  const made = once(() => {
    const byPort = new Map<number, T[]>();
    const ranges: Ranged<T>[] = [];
    for (const item of items()) {
      const range = rangeOf(item);
      if (!range) continue;
      if (range.first !== range.last) ranges.push({ item, range, order: ranges.length });
      else addTo(byPort, range.first, item);
    }
    return {
      byPort,
      numbers: once(() => new Map([...byPort.keys()].map((port, order) => [port, order]))),
      within: covering(ranges),
    };
  });
  return {
    at(range) {
      const { byPort, numbers, within } = made();
      const singles =
        range.first === range.last
          ? (byPort.get(range.first) ?? NONE)
          : numbersWithin(range, numbers()).flatMap((port): readonly T[] => byPort.get(port) ?? NONE);
      const ranges = within(range);
      return ranges.length === 0 ? singles : [...singles, ...ranges.map(({ item }) => item)];
    },
  };
}

/** Those that are known, in the order in which they became known. */
function numbersWithin(range: PortRange, known: ReadonlyMap<number, number>): readonly number[] {
  if (sizeOf(range) > known.size) return [...known.keys()].filter(port => range.first <= port && port <= range.last);
  const found: number[] = [];
  for (let port: number = range.first; port <= range.last; port++) if (known.has(port)) found.push(port);
  return found.sort((a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0));
}

/** Finds the ranges that meet another, by their first numbers, without looking at all of them. */
function covering<T>(ranges: readonly Ranged<T>[]): (range: PortRange) => readonly Ranged<T>[] {
  const sorted = ranges.toSorted((a, b) => a.range.first - b.range.first);
  // How far the ranges reach up to each one: where that is below a number, no earlier range holds it.
  let furthest = 0;
  const reach = sorted.map(({ range }) => {
    furthest = Math.max(furthest, range.last);
    return furthest;
  });
  return range => {
    if (range.first > furthest) return NONE;
    const found: Ranged<T>[] = [];
    const end = lowerBound(sorted, range.last + 1, each => each.range.first);
    for (let at = end - 1; at >= 0 && (reach[at] ?? 0) >= range.first; at--) {
      const each = sorted[at];
      if (each && overlaps(each.range, range)) found.push(each);
    }
    return found.sort((a, b) => a.order - b.order);
  };
}

interface Ranged<T> {
  readonly item: T;
  readonly range: PortRange;
  readonly order: number;
}

const NONE: readonly never[] = [];
