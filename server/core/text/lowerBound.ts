/** The index of the first item whose mark is not below `mark`, found by halves; the items are in the order of their marks. */
export function lowerBound<T>(items: readonly T[], mark: number, markOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && markOf(item) < mark) low = middle + 1;
    else high = middle;
  }
  return low;
}
