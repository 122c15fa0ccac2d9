import type { At } from '../tree/place.ts';

/** The argument before the one that is being read; empty where it is the first. */
export function wordBefore(at: At): string {
  const words = at.parents.at(-1);
  const index = at.path.at(-1);
  const before = words?.kind === 'list' && typeof index === 'number' ? words.items[index - 1] : undefined;
  return before?.kind === 'scalar' ? before.text : '';
}
