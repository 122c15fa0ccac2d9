import type { Caution, Remark } from '../entry.ts';
import { holds, isWide, numbersOf, type Port, type Protocol } from '../port.ts';
import { CAUTION_KINDS, readCaution } from '../rows/cautionRow.ts';
import { readRemark } from '../rows/remarkRow.ts';
import { linesOf, type RegistryTable } from '../table.ts';
import type { Assignments } from './assignments.ts';
import { groupByEach } from './groupBy.ts';
import { lazy, rememberedNumbers } from './lazy.ts';
import { portKey, readPortKey } from './portKey.ts';
import { unauthorizedUse } from './unauthorizedUse.ts';

/** The part of the registry that warns. */
export interface Cautions {
  cautions(port: Port, protocol?: Protocol): readonly Caution[];
  remarks(port: Port): readonly Remark[];
}

export function createCautions(
  table: RegistryTable,
  { assigned, mayBeNoted }: Pick<Assignments, 'assigned' | 'mayBeNoted'>,
): Cautions {
  const rows = lazy(() => linesOf(table.cautions).flatMap(line => readCaution(line) ?? []));
  const narrow = lazy(() =>
    groupByEach(
      rows().filter(row => !hasWide(row)),
      row => row.ports.flatMap(numbersOf),
    ),
  );
  const wide = lazy(() => rows().filter(hasWide));
  const remarks = lazy(() => linesOf(table.remarks).flatMap(line => readRemark(line) ?? []));
  const cautions: Cautions['cautions'] = (port, protocol) => {
    const found = [...(narrow().get(port) ?? []), ...wide().filter(row => covers(row, port))].filter(
      ({ protocols }) => protocol === undefined || protocols.includes(protocol),
    );
    // Few numbers have a note, and to read the rows of each costs much more than all the rest.
    const noted = mayBeNoted(port) ? unauthorizedUse(table.iana, port, assigned(port, protocol)) : [];
    if (found.length + noted.length < 2) return [...found, ...noted];
    return [...found, ...noted].sort((a, b) => CAUTION_KINDS.indexOf(a.kind) - CAUTION_KINDS.indexOf(b.kind));
  };
  // Every rule about the choice of a number asks again.
  const answered = rememberedNumbers(key => cautions(...readPortKey(key)));
  return {
    cautions: (port, protocol) => answered(portKey(port, protocol)),
    remarks: port => remarks().filter(({ ports }) => holds(ports, port)),
  };
}

/** Taken apart, a range of thousands would cost more than it saves. */
const hasWide = ({ ports }: Caution): boolean => ports.some(isWide);

function covers({ ports }: Caution, port: Port): boolean {
  return ports.some(range => holds(range, port));
}
