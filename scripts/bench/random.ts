/** Numbers that look random and are the same in each run. */
export interface Random {
  /** An integer of the inclusive range. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** As many different ones as there are, in the order of the list. */
  some<T>(list: readonly T[], count: number): readonly T[];
  /** Around `typical`, and now and then many times that, as sizes of files are. */
  size(typical: number): number;
}

/** Mulberry32, which is in the public domain: good enough for texts, and the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    chance: probability => next() < probability,
    pick: list => list[int(0, list.length - 1)] ?? list[0],
    some(list, count) {
      let left = Math.min(count, list.length);
      return list.filter((_, index) => {
        const taken = next() * (list.length - index) < left;
        if (taken) left--;
        return taken;
      });
    },
    size: typical => Math.max(1, Math.round(typical * (0.3 + 0.7 * -Math.log(1 - next() * 0.999)))),
  };
}
