import type { Match } from '../entry.ts';
import type { Protocol } from '../port.ts';
import type { RegistryTable } from '../table.ts';
import { corrections } from './corrections.ts';
import { lazy } from './lazy.ts';
import { spansOf } from './matchSpans.ts';
import { scoreOtherSpellings } from './otherSpellings.ts';
import { type QueryWord, readQuery } from './query.ts';
import { createSearchIndex, type SearchIndex } from './searchIndex.ts';
import { synonymsOf } from './synonyms.ts';
import { eachText, scoreText, WORTH, wordScores } from './wordScore.ts';

/** Looks things up as one types. */
export interface Search {
  /** Every word of `text` must be found: as a number, or in name, other spellings, description or purpose. Best first. */
  search(text: string, limit: number): readonly Match[];
  /** Names that somebody may have meant by one that does not exist, best first, at most five. */
  suggest(name: string): readonly string[];
}

/** The index is made at the first search. */
export function createSearch(table: RegistryTable): Search {
  const made = lazy(() => createSearchIndex(table));
  // Whoever types a second word is asked about the first again with each letter.
  let last: ReadonlyMap<string, ScoredWord> = new Map();
  const scoreWords = (index: SearchIndex, words: readonly QueryWord[]): readonly ScoredWord[] => {
    const found = new Map(words.map(word => [word.text, last.get(word.text) ?? scoreWord(index, word)]));
    last = found;
    return [...found.values()];
  };
  const search = (text: string, limit: number): readonly Match[] => {
    const { words, joined, protocol } = readQuery(text);
    if (words.length === 0) return [];
    const index = made();
    const found = scoreWords(index, words);
    const scores = together(found.map(each => each.scores));
    // A name of just these words is the one that was meant, however it is written.
    if (words.length > 1) raise(scores, exactly(index, joined));
    const typed = found.flatMap(each => each.texts);
    return best(index, scores, limit, protocol)
      .flatMap(entry => index.match(entry) ?? [])
      .map(match => ({ ...match, spans: spansOf(match.name, typed) }));
  };
  return {
    search,
    suggest(name) {
      const names = new Map<string, string>();
      for (const match of search(name, 40)) {
        const key = match.name.toLowerCase();
        // What was found in a description alone is no name that somebody misspelt.
        if (match.spans.length > 0 && !names.has(key)) names.set(key, match.name);
      }
      return [...names.values()].slice(0, 5);
    },
  };
}

/** What one word is worth for each entry, and the texts that stand for it. */
interface ScoredWord {
  readonly scores: Uint8Array;
  readonly texts: readonly string[];
}

function scoreWord(index: SearchIndex, word: QueryWord): ScoredWord {
  const scores = wordScores(index, word);
  const texts = [word.text];
  for (const synonym of synonymsOf(word.text)) scoreText(index, synonym, scores, SYNONYM);
  if (word.ports !== undefined || word.text.length < 2) return { scores, texts };
  if (word.text.length <= MOST_INITIALS || !isNamed(scores)) scoreOtherwise(index, word.text, scores);
  if (isNamed(scores)) return { scores, texts };
  for (const { word: meant, distance } of corrections(index.texts, word.text)) {
    scoreText(index, meant, scores, TYPO * distance);
    texts.push(meant);
  }
  return { scores, texts };
}

function scoreOtherwise(index: SearchIndex, text: string, scores: Uint8Array): void {
  eachText(index, scores, (searched, own) => scoreOtherSpellings(searched, text, own));
}

/** A word of some name begins so. */
function isNamed(scores: Uint8Array): boolean {
  for (let entry = 0; entry < scores.length; entry++) if ((scores[entry] ?? 0) >= WORTH.wordBeginning) return true;
  return false;
}

function exactly(index: SearchIndex, joined: string): Uint8Array {
  const scores = new Uint8Array(index.count);
  scoreText(index, joined, scores, 0);
  scoreOtherwise(index, joined, scores);
  return scores;
}

/** Nobody types more initials than these. */
const MOST_INITIALS = 4;

/** What is taken off for another word of the same meaning, and for each wrong letter. */
const SYNONYM = 4;
const TYPO = 10;

/** The mean, and nothing where a word is missing. */
function together(words: readonly Uint8Array[]): Float32Array {
  const [first = new Uint8Array(), ...others] = words;
  const scores = new Float32Array(first);
  for (let entry = 0; entry < scores.length; entry++) {
    let sum = scores[entry] ?? 0;
    for (const other of others) sum = sum === 0 || other[entry] === 0 ? 0 : sum + (other[entry] ?? 0);
    scores[entry] = sum / words.length;
  }
  return scores;
}

function raise(scores: Float32Array, others: Uint8Array): void {
  for (let entry = 0; entry < scores.length; entry++) {
    scores[entry] = Math.max(scores[entry] ?? 0, others[entry] ?? 0);
  }
}

/** The best entries, best first; what is better known goes first among equals. */
function best(
  index: SearchIndex,
  scores: Float32Array,
  limit: number,
  protocol: Protocol | undefined,
): readonly number[] {
  const top: number[] = [];
  const worths: number[] = [];
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] ?? 0;
    // How well known it is takes longest to tell.
    if (score === 0 || (top.length >= limit && score + PRIOR <= (worths.at(-1) ?? 0))) continue;
    const prior = index.prior(entry);
    if (prior === 0) continue;
    const worth = score + PRIOR * prior;
    if (protocol !== undefined && !index.speaks(entry, protocol)) continue;
    if (top.length >= limit && worth <= (worths.at(-1) ?? 0)) continue;
    let at = Math.min(top.length, limit - 1);
    for (; at > 0 && (worths[at - 1] ?? 0) < worth; at--) {
      top[at] = top[at - 1] ?? 0;
      worths[at] = worths[at - 1] ?? 0;
    }
    top[at] = entry;
    worths[at] = worth;
  }
  return top;
}

/** The best known counts so much more than one that nobody knows: less than a whole name against its beginning. */
const PRIOR = 22;
