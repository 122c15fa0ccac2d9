import type { Use } from '../entry.ts';
import { imageName } from '../imageName.ts';
import { isWide, numbersOf, overlaps, type Port, type PortRange, type Protocol, readRange } from '../port.ts';
import { readUse, USE_COLUMN } from '../rows/useRow.ts';
import { endOfLine, linesOf, type RegistryTable } from '../table.ts';
import { covering } from './covering.ts';
import { fold } from './fold.ts';
import { lazy, remembered, rememberedNames } from './lazy.ts';
import { lineStarts, lineStartsBy } from './lineStarts.ts';
import { portKey, readPortKey } from './portKey.ts';

/** The part of the registry that knows who uses a port. */
export interface Uses {
  used(port: Port, protocol?: Protocol): readonly Use[];
  isUsed(port: Port): boolean;
  usedIn(range: PortRange): readonly Use[];
  ofSoftware(name: string): readonly Use[];
  ofImage(image: string): readonly Use[];
  /** Every use, best known first. */
  rows(): readonly UseRow[];
  /** Every use of a program, or of a category, best known first. */
  rowsWith(column: 'software' | 'category', cell: string): readonly UseRow[];
  /** The software of every use and its images there, best known first. */
  programs(): Iterable<{ readonly software: string; readonly images: readonly string[] }>;
}

/** A line of the table: what finds it by its number is read at once, the rest when it is found. */
interface NumberedLine {
  readonly ports: PortRange;
  /** Where it starts in the table, which has the best known first. */
  readonly rank: number;
  readonly line: string;
  readonly use: () => Use | undefined;
}

/** The cells of a line by which other things than its number are found. */
export interface UseRow extends Omit<NumberedLine, 'line' | 'rank'> {
  readonly software: string;
  readonly category: string;
  readonly purpose: string;
  readonly standing: string;
  readonly isDoubtful: boolean;
  /** Separated by blanks. */
  readonly images: string;
}

/** The table has the best known use of a port first, so every answer keeps its order. */
export function createUses(table: RegistryTable, urls: () => readonly string[]): Uses {
  const starts = lazy(() => lineStarts(table.uses));
  const byImage = lazy(() => lineStartsBy(table.uses, USE_COLUMN.images, cell => new Set(cell.split(' '))));
  const bySoftware = lazy(() => lineStartsBy(table.uses, USE_COLUMN.software, cell => [fold(cell)]));
  const lineAt = (start: number): string => table.uses.slice(start, endOfLine(table.uses, start));
  const lines = lazy(() => {
    let start = 0;
    return linesOf(table.uses).flatMap(line => {
      const read = readLine(line, start, urls);
      start += line.length + 1;
      return read;
    });
  });
  const rangesAt = lazy(() => covering(starts().ofRanges.flatMap(start => readLine(lineAt(start), start, urls))));
  const rows = lazy(() => lines().map(readRow));
  const usesAt = (lines: readonly string[]): readonly Use[] =>
    lines.flatMap(line => readUse(line.split('\t'), urls()) ?? []);
  /** In the order of the table, where single numbers and ranges are mixed by rank. */
  const at = (port: Port): readonly NumberedLine[] => {
    const own = (starts().ofNumber.get(port) ?? []).flatMap(start => readLine(lineAt(start), start, urls));
    const ranges = rangesAt()(port);
    return ranges.length === 0 ? own : [...own, ...ranges].sort((a, b) => a.rank - b.rank);
  };
  const answered = remembered((key: number): readonly Use[] => {
    const [port, protocol] = readPortKey(key);
    if (protocol === undefined) return usesOf(at(port));
    return answered(portKey(port, undefined)).filter(use => use.protocols.includes(protocol));
  });
  return {
    isUsed: port => at(port).some(isLikely),
    used: (port, protocol) => answered(portKey(port, protocol)),
    usedIn(range) {
      const found = isWide(range)
        ? usesOf(lines().filter(({ ports }) => overlaps(ports, range)))
        : new Set(numbersOf(range).flatMap(port => answered(portKey(port, undefined))));
      return [...found].sort((a, b) => a.ports.first - b.ports.first);
    },
    ofSoftware: rememberedNames(name => usesAt((bySoftware().get(fold(name)) ?? []).map(lineAt))),
    ofImage: rememberedNames(image => usesAt((byImage().get(imageName(image)) ?? []).map(lineAt))),
    rows,
    rowsWith: (column, cell) =>
      linesWith(table.uses, USE_COLUMN[column], cell)
        .flatMap((line, rank) => readLine(line, rank, urls))
        .map(readRow),
    programs: () =>
      linesOf(table.uses).map(line => {
        const cells = line.split('\t', USE_COLUMN.images + 1);
        const images = cells[USE_COLUMN.images] ?? '';
        return { software: cells[USE_COLUMN.software] ?? '', images: images === '' ? [] : images.split(' ') };
      }),
  };
}

function readLine(line: string, rank: number, urls: () => readonly string[]): readonly NumberedLine[] {
  const ports = readRange(line.slice(0, line.indexOf('\t')));
  return ports === undefined ? [] : [{ ports, rank, line, use: lazy(() => readUse(line.split('\t'), urls())) }];
}

function readRow({ ports, line, use }: NumberedLine): UseRow {
  const cells = line.split('\t', USE_COLUMN.images + 1);
  return {
    ...{ ports, use },
    software: cells[USE_COLUMN.software] ?? '',
    category: cells[USE_COLUMN.category] ?? '',
    purpose: cells[USE_COLUMN.purpose] ?? '',
    standing: cells[USE_COLUMN.standing] ?? '',
    isDoubtful: cells[USE_COLUMN.confidence] === 'low',
    images: cells[USE_COLUMN.images] ?? '',
  };
}

/** A page asks for a few cells, so the text is searched and not decoded as a whole. */
function linesWith(text: string, column: number, cell: string): readonly string[] {
  const found: string[] = [];
  if (cell === '') return found;
  for (let at = text.indexOf(cell); at >= 0; at = text.indexOf(cell, at + 1)) {
    const end = endOfLine(text, at);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, end);
    if (line.split('\t', column + 1)[column] === cell) found.push(line);
    // A line is judged as a whole.
    at = end;
  }
  return found;
}

/** Somebody is likely to take its number: no wide range, nothing of the past, nothing in doubt. */
function isLikely({ ports, line }: NumberedLine): boolean {
  if (isWide(ports)) return false;
  const cells = line.split('\t', USE_COLUMN.confidence + 1);
  return cells[USE_COLUMN.standing] !== 'legacy' && cells[USE_COLUMN.confidence] !== 'low';
}

function usesOf(rows: readonly NumberedLine[]): readonly Use[] {
  return rows.flatMap(row => row.use() ?? []);
}
