import type { RelatedPort, Use } from '../../entry.ts';
import { type Port, sizeOf } from '../../port.ts';
import { groupBy } from '../groupBy.ts';
import type { Uses } from '../uses.ts';
import { isEncrypted, purposeWords } from './purposeWords.ts';

/** On a number that hundreds take, only the best known programs are followed to their other ports. */
const MOST_PROGRAMS = 5;

/** A wider range says little of one number in it. */
const WIDE = 100;

/** The other single ports of the programs that use a port, with or without encryption told apart. */
export function createPrograms(uses: Uses): (port: Port, used: readonly Use[]) => readonly RelatedPort[] {
  const bySoftware = groupBy(uses.rows(), ({ software }) => software);
  return (port, used) => {
    const own = used.filter(({ ports }) => sizeOf(ports) <= WIDE);
    const programs = [...groupBy(own, ({ software }) => software)].slice(0, MOST_PROGRAMS);
    const found = programs.flatMap(([software, these]) =>
      (bySoftware.get(software) ?? [])
        .filter(({ ports, isDoubtful }) => ports.first === ports.last && ports.first !== port && !isDoubtful)
        .flatMap(row => row.use() ?? [])
        .toSorted((a, b) => a.ports.first - b.ports.first)
        .map(other => show(other, these)),
    );
    return [...found.filter(isVariant), ...found.filter(each => !isVariant(each))];
  };
}

const isVariant = ({ relation }: RelatedPort): boolean => relation !== 'same-software';

function show(use: Use, own: readonly Use[]): RelatedPort {
  const twin = own.find(each => isTwin(each.purpose, use.purpose));
  const relation = twin === undefined ? 'same-software' : isEncrypted(use.purpose) ? 'secure-variant' : 'plain-variant';
  return { port: use.ports.first, protocols: use.protocols, name: use.software, detail: use.purpose, relation };
}

/** One of the two is encrypted, and otherwise they say the same. */
function isTwin(a: string, b: string): boolean {
  if (isEncrypted(a) === isEncrypted(b)) return false;
  const words = purposeWords(a);
  const others = purposeWords(b);
  return words.size === others.size && [...words].every(word => others.has(word));
}
