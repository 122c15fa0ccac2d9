import type { RelatedPort, Use } from '../../entry.ts';
import type { Port } from '../../port.ts';
import { remembered } from '../lazy.ts';
import type { UseRow, Uses } from '../uses.ts';
import { purposeWords, tellsSomething } from './purposeWords.ts';

/** Two purposes are alike when they share more than this part of their words. */
const ALIKE = 0.5;

/** One word alone is shared by chance. */
const FEWEST_SHARED = 2;

/** Nobody looks for another game under the port of one. */
const GAMES = 'games';

interface Purpose {
  readonly row: UseRow;
  readonly words: ReadonlySet<string>;
}

/** Other software of the same category that does the same, for the best known use of a port. */
export function createPurposes(uses: Uses): (port: Port, used: readonly Use[]) => readonly RelatedPort[] {
  const purposesOf = remembered((category: string): readonly Purpose[] =>
    uses
      .rowsWith('category', category)
      .filter(isPlain)
      .map(row => ({ row, words: wordsOf(row) })),
  );
  return (port, used) => {
    const best = used.find(
      ({ ports, standing, confidence }) => ports.first === ports.last && standing === 'default' && confidence !== 'low',
    );
    if (best === undefined || best.category === GAMES) return [];
    const words = wordsOf(best);
    if (!tellsSomething(words)) return [];
    const found = new Map<string, { readonly row: UseRow; readonly likeness: number }>();
    for (const { row, words: others } of purposesOf(best.category)) {
      if (row.ports.first === port || row.software === best.software || found.has(row.software)) continue;
      const likeness = likenessOf(words, others);
      if (likeness > ALIKE) found.set(row.software, { row, likeness });
    }
    return [...found.values()]
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST)
      .flatMap(({ row }) => row.use() ?? [])
      .map(show);
  };
}

/** More are not shown. */
const MOST = 5;

const isPlain = ({ ports, standing, isDoubtful }: UseRow): boolean =>
  ports.first === ports.last && standing === 'default' && !isDoubtful;

/** What stands in parentheses is how it is started, or in which image. */
function wordsOf({ purpose }: { readonly purpose: string }): ReadonlySet<string> {
  return purposeWords(purpose.replace(/\([^)]*\)/g, ''));
}

/** 1 for the same words; 0 where too few are shared. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const all = a.size + b.size - shared;
  return shared === all || shared >= FEWEST_SHARED ? shared / all : 0;
}

function show({ ports, protocols, software, purpose }: Use): RelatedPort {
  return {
    ...{ port: ports.first, protocols, name: software, detail: purpose },
    ...{ relation: 'same-purpose', kind: 'software' },
  };
}
