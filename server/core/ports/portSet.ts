import type { PortRange } from '../../../registry/port.ts';
import { lowerBound } from '../text/lowerBound.ts';

/** Numbers, however many ranges they come from. */
export interface PortSet {
  /** The end of the numbers in a row that begin at `number` or before; undefined where it is not in the set. */
  reach(number: number): number | undefined;
}

export function portSet(ranges: readonly PortRange[]): PortSet {
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return {
    reach(number) {
      const found = merged[lowerBound(merged, number, ({ last }) => last)];
      return found && found.first <= number ? found.last : undefined;
    },
  };
}

/** The first number of a range that is in none of the sets. */
export function firstOutside({ first, last }: PortRange, sets: readonly PortSet[]): number | undefined {
  for (let next: number = first; next <= last; ) {
    const end = Math.max(-1, ...sets.map(set => set.reach(next) ?? -1));
    if (end < 0) return next;
    next = end + 1;
  }
  return undefined;
}
