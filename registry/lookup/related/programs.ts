import type { RelatedPort, Use } from '../../entry.ts';
import { isWide, type Port } from '../../port.ts';
import { fewOrMany } from '../fewOrMany.ts';
import { groupBy } from '../groupBy.ts';
import type { UseRow, Uses } from '../uses.ts';
import { isEncrypted, purposeWords } from './purposeWords.ts';

/** The best known programs are followed to their other ports. */
const MOST_PROGRAMS = 5;

/** Where more share a number, their other ports say nothing of it. */
const CROWDED = 20;

/** The other single ports of the programs that use a port, with or without encryption told apart. */
export function createPrograms(uses: Uses): (port: Port, used: readonly Use[]) => readonly RelatedPort[] {
  const rowsOf = fewOrMany<string, readonly UseRow[]>(
    software => uses.rowsWith('software', software),
    () => {
      const index = groupBy(uses.rows(), ({ software }) => software);
      return software => index.get(software) ?? [];
    },
  );
  return (port, used) => {
    const own = used.filter(({ ports, confidence }) => !isWide(ports) && confidence !== 'low');
    const programs = [...groupBy(own, ({ software }) => software)];
    const found = programs
      .slice(0, MOST_PROGRAMS)
      .flatMap(([software, these]) => othersOf(port, these, rowsOf(software)).map(other => show(other, these)));
    const variants = found.filter(isVariant);
    return programs.length > CROWDED ? variants : [...variants, ...found.filter(each => !isVariant(each))];
  };
}

const isVariant = ({ relation }: RelatedPort): boolean => relation !== 'same-software';

/** What the same image answers on goes first, then what is a default, then by number. */
function othersOf(port: Port, own: readonly Use[], all: readonly UseRow[]): readonly Use[] {
  const images = new Set(own.flatMap(use => use.images));
  const distance = (use: Use): number =>
    (use.images.some(image => images.has(image)) ? 0 : 2) + (use.standing === 'default' ? 0 : 1);
  return all
    .filter(({ ports, isDoubtful }) => ports.first === ports.last && ports.first !== port && !isDoubtful)
    .flatMap(row => row.use() ?? [])
    .toSorted((a, b) => distance(a) - distance(b) || a.ports.first - b.ports.first);
}

function show(use: Use, own: readonly Use[]): RelatedPort {
  const twin = own.find(each => isTwin(each.purpose, use.purpose));
  const relation = twin === undefined ? 'same-software' : isEncrypted(use.purpose) ? 'secure-variant' : 'plain-variant';
  const { ports, protocols, software, purpose } = use;
  return { port: ports.first, protocols, name: software, detail: purpose, relation, kind: 'software' };
}

/** One of the two is encrypted, and otherwise they say the same. */
function isTwin(a: string, b: string): boolean {
  if (isEncrypted(a) === isEncrypted(b)) return false;
  const words = purposeWords(a);
  const others = purposeWords(b);
  return words.size === others.size && [...words].every(word => others.has(word));
}
