import type { At } from '../tree/place.ts';

/** True of a directive's arguments, and not of its block. */
export function isArgument(at: At): boolean {
  const words = at.parents.at(-1);
  const index = at.path.at(-1);
  return words?.kind === 'list' && typeof index === 'number' && words.items[index]?.kind === 'scalar';
}
