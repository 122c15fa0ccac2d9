import type { At } from '../tree/place.ts';

/** True of the word behind one of these: `port 53`, in any place of a directive. */
export function isAfter(...words: readonly string[]): (at: At) => boolean {
  return at => words.includes(wordBefore(at));
}

/** The word that stands before, in lower case. Of the first argument that is the directive's name. */
export function wordBefore(at: At): string {
  const list = at.parents.at(-1);
  const index = at.path.at(-1);
  if (list?.kind !== 'list' || typeof index !== 'number') return '';
  const before = index > 0 ? list.items[index - 1] : undefined;
  if (before) return before.kind === 'scalar' ? before.text.toLowerCase() : '';
  return (at.keys.at(-1) ?? '').toLowerCase();
}
