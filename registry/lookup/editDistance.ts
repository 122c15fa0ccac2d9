/** How far two words are from each other: in whole, and the first from the nearest beginning of the second. */
export interface Distance {
  readonly whole: number;
  readonly beginning: number;
}

/** Rows of the table that is filled for a distance, to be used again: a search measures thousands of words. */
export type Rows = [Uint8Array, Uint8Array, Uint8Array];

export function createRows(): Rows {
  return [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];
}

/** Letters of a word beyond these are not looked at. */
const LONGEST = 63;

/**
 * Letters to add, remove, change, or swap with their neighbour, as far as `limit`; `limit + 1` for all that is farther.
 * Only the band in which the answer can lie is looked at.
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editDistance(a: string, b: string, limit: number, rows: Rows = createRows()): Distance {
  const far = limit + 1;
  const height = Math.min(a.length, LONGEST);
  const width = Math.min(b.length, height + limit, LONGEST);
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= width; j++) {
    beforeLast[j] = far;
    last[j] = Math.min(j, far);
  }
  for (let i = 1; i <= height; i++) {
    const from = Math.max(i - limit, 1);
    const to = Math.min(i + limit, width);
    // The cells beside the band.
    row[from - 1] = from === 1 && i <= limit ? i : far;
    if (to < width) row[to + 1] = far;
    let least = row[from - 1] ?? far;
    const letter = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      let cost = (last[j - 1] ?? far) + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      const removed = (last[j] ?? far) + 1;
      const added = (row[j - 1] ?? far) + 1;
      if (removed < cost) cost = removed;
      if (added < cost) cost = added;
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        const swapped = (beforeLast[j - 2] ?? far) + 1;
        if (swapped < cost) cost = swapped;
      }
      if (cost > far) cost = far;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return { whole: far, beginning: far };
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  let beginning = far;
  for (let j = Math.max(0, height - limit); j <= width; j++) beginning = Math.min(beginning, last[j] ?? far);
  return { whole: b.length > width ? far : (last[width] ?? far), beginning };
}
