import type { RelatedPort, Use } from '../../entry.ts';
import type { Port } from '../../port.ts';
import { groupBy } from '../groupBy.ts';
import { remembered } from '../lazy.ts';
import type { UseRow, Uses } from '../uses.ts';
import { purposeWords } from './purposeWords.ts';

/** Two purposes are alike when they share at least this part of their words. */
const ALIKE = 0.5;

interface Purpose {
  readonly row: UseRow;
  readonly words: ReadonlySet<string>;
}

/** Other software of the same category that does the same, for the best known use of a port. */
export function createPurposes(uses: Uses): (port: Port, used: readonly Use[]) => readonly RelatedPort[] {
  const byCategory = groupBy(uses.rows().filter(isPlain), row => row.category);
  const purposesOf = remembered((category: string): readonly Purpose[] =>
    (byCategory.get(category) ?? []).map(row => ({ row, words: purposeWords(row.purpose) })),
  );
  return (port, used) => {
    const best = used.find(
      ({ ports, standing, confidence }) => ports.first === ports.last && standing === 'default' && confidence !== 'low',
    );
    if (best === undefined) return [];
    const words = purposeWords(best.purpose);
    if (words.size === 0) return [];
    const found = new Map<string, { readonly row: UseRow; readonly likeness: number }>();
    for (const { row, words: others } of purposesOf(best.category)) {
      if (row.ports.first === port || row.software === best.software || found.has(row.software)) continue;
      const likeness = likenessOf(words, others);
      if (likeness >= ALIKE) found.set(row.software, { row, likeness });
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

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

function show({ ports, protocols, software, purpose }: Use): RelatedPort {
  return { port: ports.first, protocols, name: software, detail: purpose, relation: 'same-purpose' };
}
