import type { At } from '../tree/place.ts';

/** The argument before the one that is being read; of the first one the directive's name. */
export function wordBefore({ parents, path, keys }: At): string {
  const words = parents.at(-1);
  const index = path.at(-1);
  if (words?.kind !== 'list' || typeof index !== 'number') return '';
  if (index === 0) return keys.at(-1) ?? '';
  const before = words.items[index - 1];
  return before?.kind === 'scalar' ? before.text : '';
}
