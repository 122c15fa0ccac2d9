import type { At } from '../tree/place.ts';
import { wordBefore } from './wordBefore.ts';

/** True of the word behind one of these, in upper or lower case: `port 53`, in any place of a directive. */
export function isAfter(...words: readonly string[]): (at: At) => boolean {
  return at => words.includes(wordBefore(at).toLowerCase());
}
