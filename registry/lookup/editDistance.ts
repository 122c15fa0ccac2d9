/** How far two words are from each other: in whole, and the first from the nearest beginning of the second. */
export interface Distance {
  readonly whole: number;
  readonly beginning: number;
}

/**
 * Letters to add, remove, change, or swap with their neighbour, as far as `limit`; `limit + 1` for all that is farther.
 * Only the band in which the answer can lie is looked at.
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editDistance(a: string, b: string, limit: number): Distance {
  const far = limit + 1;
  const width = Math.min(b.length, a.length + limit);
  let beforeLast = new Uint8Array(width + 1).fill(far);
  let last = new Uint8Array(width + 1).map((_, index) => Math.min(index, far));
  let row = new Uint8Array(width + 1);
  for (let i = 1; i <= a.length; i++) {
    row.fill(far);
    if (i <= limit) row[0] = i;
    let least = row[0] ?? far;
    const letter = a.charCodeAt(i - 1);
    for (let j = Math.max(1, i - limit); j <= Math.min(width, i + limit); j++) {
      const same = letter === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (last[j - 1] ?? far) + (same ? 0 : 1), far);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? far) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return { whole: far, beginning: far };
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return { whole: b.length > width ? far : (last[width] ?? far), beginning: Math.min(far, ...last) };
}
