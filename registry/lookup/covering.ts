import type { Port, PortRange } from '../port.ts';

/** Finds the rows whose range holds a number, by their first numbers, without looking at all of them. */
export function covering<T extends { readonly ports: PortRange }>(rows: readonly T[]): (port: Port) => readonly T[] {
  const sorted = rows.toSorted((a, b) => a.ports.first - b.ports.first);
  // How far the ranges reach up to each row: where that is below a number, no earlier row holds it.
  let furthest = -1;
  const reach = sorted.map(({ ports }) => {
    furthest = Math.max(furthest, ports.last);
    return furthest;
  });
  return port => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.ports.first ?? Number.POSITIVE_INFINITY) <= port) low = middle + 1;
      else high = middle;
    }
    const found: T[] = [];
    for (let at = low - 1; at >= 0 && (reach[at] ?? -1) >= port; at--) {
      const row = sorted[at];
      if (row !== undefined && row.ports.last >= port) found.unshift(row);
    }
    return found;
  };
}
