import type { RelatedPort, Use } from '../../entry.ts';
import type { Port } from '../../port.ts';
import { groupBy } from '../groupBy.ts';
import type { Uses } from '../uses.ts';
import { purposeWords } from './purposeWords.ts';

/** Two purposes are alike when they share at least this part of their words. */
const ALIKE = 0.5;

interface Purpose {
  readonly use: Use;
  readonly words: ReadonlySet<string>;
}

/** Other software of the same category that does the same, for the best known use of a port. */
export function createPurposes(uses: Uses): (port: Port, used: readonly Use[]) => readonly RelatedPort[] {
  const purposes = [...uses.all()].filter(isPlain).map(use => ({ use, words: purposeWords(use.purpose) }));
  const byWord = groupBy(
    purposes.flatMap(purpose => [...purpose.words].map(word => ({ word, purpose }))),
    ({ word, purpose }) => `${purpose.use.category} ${word}`,
  );
  return (port, used) => {
    const best = used.find(isPlain);
    if (best === undefined) return [];
    const words = purposeWords(best.purpose);
    const found = new Map<string, { readonly purpose: Purpose; readonly likeness: number }>();
    for (const word of words) {
      for (const { purpose } of byWord.get(`${best.category} ${word}`) ?? []) {
        const { software, ports } = purpose.use;
        if (ports.first === port || software === best.software || found.has(software)) continue;
        const likeness = likenessOf(words, purpose.words);
        if (likeness >= ALIKE) found.set(software, { purpose, likeness });
      }
    }
    return [...found.values()].sort((a, b) => b.likeness - a.likeness).map(({ purpose: { use } }) => show(use));
  };
}

const isPlain = ({ ports, standing, confidence }: Use): boolean =>
  ports.first === ports.last && standing === 'default' && confidence !== 'low';

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter(word => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

function show({ ports, protocols, software, purpose }: Use): RelatedPort {
  return { port: ports.first, protocols, name: software, detail: purpose, relation: 'same-purpose' };
}
