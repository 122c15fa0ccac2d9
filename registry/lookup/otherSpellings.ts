import { isLetter } from './fold.ts';
import type { SearchIndex } from './searchIndex.ts';
import { WORTH } from './wordScore.ts';

/** Names of several words as they are also typed: in one (`homeassistant`), and by their first letters (`npm`). */
export interface OtherSpellings {
  /** Raises the scores of the names that are spelt so. */
  score(text: string, scores: Uint8Array): void;
}

export function createOtherSpellings(index: SearchIndex): OtherSpellings {
  const joined = new Map<string, number[]>();
  const initials = new Map<string, number[]>();
  const names = index.names();
  for (let entry = 0; entry < names.length; entry++) {
    const name = names[entry] ?? '';
    if (!SEVERAL.test(name)) continue;
    let [inOne, first] = ['', ''];
    let isInside = false;
    for (let at = 0; at < name.length; at++) {
      const isWord = isLetter(name.charCodeAt(at));
      if (isWord) inOne += name.charAt(at);
      if (isWord && !isInside) first += name.charAt(at);
      isInside = isWord;
    }
    add(joined, inOne, entry);
    add(initials, first, entry);
  }
  return {
    score(text, scores) {
      for (const entry of joined.get(text) ?? []) scores[entry] = Math.max(scores[entry] ?? 0, WORTH.spelling);
      for (const entry of initials.get(text) ?? []) scores[entry] = Math.max(scores[entry] ?? 0, WORTH.initials);
    },
  };
}

/** Something between two words. */
const SEVERAL = /[a-z0-9][^a-z0-9]+[a-z0-9]/;

function add(index: Map<string, number[]>, key: string, entry: number): void {
  const entries = index.get(key);
  if (entries === undefined) index.set(key, [entry]);
  else entries.push(entry);
}
