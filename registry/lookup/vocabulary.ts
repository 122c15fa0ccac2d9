import { createRows, editDistance } from './editDistance.ts';
import type { SearchIndex } from './searchIndex.ts';

/** A word that somebody may have meant. */
export interface Correction {
  readonly word: string;
  /** How many letters it is away. */
  readonly distance: number;
}

/** Finds the words nearest to a misspelt one, among those of all names and spellings. */
export type Vocabulary = (word: string) => readonly Correction[];

export function createVocabulary(index: SearchIndex): Vocabulary {
  const words = [
    ...new Set(
      index
        .names()
        .join(' ')
        .split(/[^a-z0-9]+/),
    ),
  ].filter(word => word.length >= 3);
  const letters = Uint32Array.from(words, lettersOf);
  const rows = createRows();
  return word => {
    const limit = limitOf(word);
    if (limit === 0) return [];
    const wanted = lettersOf(word);
    const found: Correction[] = [];
    for (let at = 0; at < words.length; at++) {
      const known = words[at] ?? '';
      // Each letter that the other has not costs an edit; and nobody gets the length wrong by more than the limit.
      if (known.length < word.length - limit) continue;
      if (bits(wanted & ~(letters[at] ?? 0)) > limit) continue;
      const { whole, beginning } = editDistance(word, known, limit, rows);
      // A beginning is what stands there while somebody still types.
      const distance = word.length >= BEGINNING ? Math.min(whole, beginning + 1) : whole;
      if (distance <= limit) found.push({ word: known, distance });
    }
    return found.sort((a, b) => a.distance - b.distance).slice(0, MOST);
  };
}

/** So many letters may be wrong. */
function limitOf({ length }: string): number {
  return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}

/** From this length on, the beginning of a word may be misspelt too. */
const BEGINNING = 6;
const MOST = 6;

/** A bit for each letter of the alphabet that stands in the word, and one for all digits. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return mask;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
