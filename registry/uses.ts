import type { Use } from './entry.ts';
import { groupBy } from './groupBy.ts';
import { imageName } from './imageName.ts';
import { lazy } from './lazy.ts';
import { overlaps, type Port, type PortRange, type Protocol, readRange, single } from './port.ts';
import { linesOf, type RegistryTable } from './table.ts';
import { readUse, USE_COLUMN } from './useRow.ts';

/** The part of the registry that knows who uses a port. */
export interface Uses {
  used(port: Port, protocol?: Protocol): readonly Use[];
  usedIn(range: PortRange): readonly Use[];
  ofSoftware(name: string): readonly Use[];
  ofImage(image: string): readonly Use[];
  /** Every use, best known first. */
  all(): Iterable<Use>;
  /** Every software name. */
  names(): Iterable<string>;
}

/** A line of the table: what finds it is read at once, the rest when it is found. */
interface Row {
  readonly ports: PortRange;
  readonly software: string;
  readonly images: string;
  readonly use: () => Use | undefined;
}

/** The table has the best known use of a port first, so every answer keeps its order. */
export function createUses(table: RegistryTable, urls: () => readonly string[]): Uses {
  const rows = lazy(() => linesOf(table.uses).flatMap(line => readRow(line.split('\t'), urls)));
  const bySoftware = lazy(() => groupBy(rows(), row => row.software.toLowerCase()));
  const byImage = lazy(() => {
    const pairs = rows().flatMap(row => row.images.split(' ').map(image => ({ image, row })));
    return groupBy(pairs, ({ image }) => image);
  });
  const usedIn = (range: PortRange): readonly Use[] => usesOf(rows().filter(row => overlaps(row.ports, range)));
  return {
    used: (port, protocol) =>
      usedIn(single(port)).filter(use => protocol === undefined || use.protocols.includes(protocol)),
    usedIn: range => [...usedIn(range)].sort((a, b) => a.ports.first - b.ports.first),
    ofSoftware: name => usesOf(bySoftware().get(name.toLowerCase()) ?? []),
    ofImage: image => usesOf((byImage().get(imageName(image)) ?? []).map(({ row }) => row)),
    all: () => usesOf(rows()),
    names: () => new Set(rows().map(row => row.software)),
  };
}

function readRow(cells: readonly string[], urls: () => readonly string[]): readonly Row[] {
  const ports = readRange(cells[USE_COLUMN.ports] ?? '');
  if (ports === undefined) return [];
  return [
    {
      ports,
      software: cells[USE_COLUMN.software] ?? '',
      images: cells[USE_COLUMN.images] ?? '',
      use: lazy(() => readUse(cells, urls())),
    },
  ];
}

function usesOf(rows: readonly Row[]): readonly Use[] {
  return rows.flatMap(row => row.use() ?? []);
}
