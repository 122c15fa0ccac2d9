import { groupBy, groupByEach } from '../lookup/groupBy.ts';
import { lazy } from '../lookup/lazy.ts';
import type { Candidate } from './candidates.ts';
import type { PlaceWords } from './placeWords.ts';
import { wordsOf } from './words.ts';

/** A candidate, and the words by which a place can speak for it. */
export interface Indexed extends Candidate {
  readonly nameWords: readonly string[];
  readonly purposeWords: readonly string[];
}

/** The candidates of one number: hundreds of programs take a popular one, and a place speaks for few of them. */
export interface NumberIndex {
  readonly bySoftware: ReadonlyMap<string, Candidate>;
  /** The first by what the number alone says, as many as are asked for, and all for whom the place may say something. */
  concerning(words: PlaceWords, others: readonly string[], most: number): Iterable<Indexed>;
}

export function createNumberIndex(candidates: readonly Candidate[]): NumberIndex {
  const indexed = lazy(() => candidates.map(withWords));
  const best = lazy(() => indexed().toSorted((a, b) => b.score - a.score));
  const byWord = lazy(() =>
    groupByEach(indexed(), ({ nameWords, purposeWords }) => new Set([...nameWords, ...purposeWords])),
  );
  const byCategory = lazy(() => groupBy(indexed(), ({ use }) => use?.category ?? ''));
  const bySoftware = new Map(candidates.map(candidate => [candidate.software, candidate] as const));
  const byName = lazy(() => new Map(indexed().map(candidate => [candidate.software, candidate] as const)));
  return {
    bySoftware,
    concerning({ words, categories, named }, others, most) {
      if (candidates.length <= most) return indexed();
      const found = new Set(best().slice(0, most));
      const add = (those: readonly Indexed[] | undefined): void => {
        for (const candidate of those ?? []) found.add(candidate);
      };
      for (const word of words) add(byWord().get(word));
      for (const category of categories) add(byCategory().get(category));
      for (const software of [...named.keys(), ...others]) {
        const candidate = byName().get(software);
        if (candidate !== undefined) found.add(candidate);
      }
      return found;
    },
  };
}

export function withWords(candidate: Candidate): Indexed {
  return {
    software: candidate.software,
    use: candidate.use,
    points: candidate.points,
    score: candidate.score,
    nameWords: wordsOf(candidate.software),
    purposeWords: candidate.use === undefined ? [] : wordsOf(candidate.use.purpose),
  };
}
