import { createRows, editDistance } from './editDistance.ts';
import { isEnd } from './fold.ts';
import type { SearchText } from './searchText.ts';

/** A word that somebody may have meant. */
export interface Correction {
  readonly word: string;
  /** How many letters it is away. */
  readonly distance: number;
}

/**
 * The words of all names that are nearest to a misspelt one. They are gone through letter by letter, as a list of them
 * all would take longer to make than to do without.
 */
export function corrections(texts: readonly SearchText[], word: string): readonly Correction[] {
  const limit = limitOf(word);
  if (limit === 0) return [];
  const found = new Map<string, number>();
  const rows = createRows();
  const wanted = lettersOf(word);
  const take = (known: string): void => {
    const { whole, beginning } = editDistance(word, known, limit, rows);
    // A beginning is what stands there while somebody still types.
    const distance = word.length >= BEGINNING ? Math.min(whole, beginning + 1) : whole;
    if (distance <= limit) found.set(known, distance);
  };
  for (const text of texts) likeWords(text, wanted, word.length - limit, limit, take);
  return [...found]
    .map(([known, distance]) => ({ word: known, distance }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST);
}

/** Visits each word that is long enough and lacks no more than `limit` of the wanted letters: each costs an edit. */
function likeWords(
  { text, count, nameStarts }: SearchText,
  wanted: number,
  shortest: number,
  limit: number,
  visit: (word: string) => void,
): void {
  const names = nameStarts();
  for (let line = 0; line < count; line++) {
    let start = names[line] ?? 0;
    let letters = 0;
    let isInside = true;
    for (let at = start; isInside; at++) {
      const code = text.charCodeAt(at);
      const bit = bitOf(code);
      letters |= bit;
      if (bit !== 0) continue;
      if (at - start >= shortest && bits(wanted & ~letters) <= limit) visit(text.slice(start, at));
      isInside = !isEnd(code);
      start = at + 1;
      letters = 0;
    }
  }
}

/** So many letters may be wrong. */
function limitOf({ length }: string): number {
  return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}

/** From this length on, the beginning of a word may be misspelt too. */
const BEGINNING = 6;
const MOST = 4;

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= bitOf(word.charCodeAt(at));
  return letters;
}

/** A bit for each letter of the alphabet, and one for all digits; 0 for what ends a word, as the end of the text does. */
function bitOf(code: number): number {
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  return code >= 48 && code <= 57 ? 1 << 26 : 0;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
