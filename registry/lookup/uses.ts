import type { Use } from '../entry.ts';
import { imageName } from '../imageName.ts';
import { isWide, numbersOf, overlaps, type Port, type PortRange, type Protocol, readRange } from '../port.ts';
import { readUse, USE_COLUMN } from '../rows/useRow.ts';
import { endOfLine, linesOf, type RegistryTable } from '../table.ts';
import { covering } from './covering.ts';
import { fewOrMany } from './fewOrMany.ts';
import { fold } from './fold.ts';
import { groupBy } from './groupBy.ts';
import { lazy, remembered, rememberedNames } from './lazy.ts';
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
  const text = lazy(() => `\n${table.uses}`);
  const lines = lazy(() => {
    let start = 0;
    return linesOf(table.uses).flatMap(line => {
      const read = readLine(line, start, urls);
      start += line.length + 1;
      return read;
    });
  });
  const byPort = lazy(() => groupBy(lines().filter(isSingle), line => line.ports.first));
  const rangesAt = lazy(() =>
    covering([...text().matchAll(RANGES)].flatMap(({ 1: line = '', index }) => readLine(line, index, urls))),
  );
  const rows = lazy(() => lines().map(readRow));
  const folded = lazy(() => fold(table.uses));
  const usesAt = (lines: readonly string[]): readonly Use[] =>
    lines.flatMap(line => readUse(line.split('\t'), urls()) ?? []);
  /** In the order of the table, where single numbers and ranges are mixed by rank. */
  const at = fewOrMany<Port, readonly NumberedLine[]>(
    port => {
      const own = linesOfNumber(text(), port).flatMap(([line, start]) => readLine(line, start, urls));
      return [...own, ...rangesAt()(port)].sort((a, b) => a.rank - b.rank);
    },
    () => port => [...(byPort().get(port) ?? []), ...rangesAt()(port)].sort((a, b) => a.rank - b.rank),
  );
  const answered = remembered((key: number) => {
    const [port, protocol] = readPortKey(key);
    const uses = usesOf(at(port));
    return protocol === undefined ? uses : uses.filter(use => use.protocols.includes(protocol));
  });
  const used = lazy(() => usedPorts(table.uses));
  return {
    isUsed: port => used().has(port),
    used: (port, protocol) => answered(portKey(port, protocol)),
    usedIn(range) {
      const found = isWide(range)
        ? usesOf(lines().filter(({ ports }) => overlaps(ports, range)))
        : new Set(numbersOf(range).flatMap(port => answered(portKey(port, undefined))));
      return [...found].sort((a, b) => a.ports.first - b.ports.first);
    },
    ofSoftware: rememberedNames(name =>
      usesAt(linesWith(table.uses, folded(), fold(name), USE_COLUMN.software, cell => fold(cell) === fold(name))),
    ),
    ofImage: rememberedNames(image =>
      usesAt(
        linesWith(table.uses, table.uses, imageName(image), USE_COLUMN.images, cell =>
          cell.split(' ').includes(imageName(image)),
        ),
      ),
    ),
    rows,
    rowsWith: (column, cell) =>
      linesWith(table.uses, table.uses, cell, USE_COLUMN[column], each => each === cell)
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

const RANGES = /\n(\d+-\d+\t.*)/g;

/** The lines of one number and where they start, of a text that begins with a line break. */
function linesOfNumber(text: string, port: Port): readonly (readonly [line: string, start: number])[] {
  const found: (readonly [string, number])[] = [];
  const beginning = `\n${port}\t`;
  for (let at = text.indexOf(beginning); at !== -1; at = text.indexOf(beginning, at + 1)) {
    found.push([text.slice(at + 1, endOfLine(text, at + 1)), at]);
  }
  return found;
}

/** A check asks for a few names, so the text is searched and not decoded as a whole. */
function linesWith(
  text: string,
  searched: string,
  name: string,
  column: number,
  fits: (cell: string) => boolean,
): readonly string[] {
  const found: string[] = [];
  if (name === '') return found;
  for (let at = searched.indexOf(name); at >= 0; at = searched.indexOf(name, at + 1)) {
    const end = endOfLine(text, at);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, end);
    if (fits(line.split('\t', column + 1)[column] ?? '')) found.push(line);
    // A line is judged as a whole.
    at = end;
  }
  return found;
}

/** The numbers that somebody is likely to take: no wide range, nothing of the past, nothing in doubt. */
function usedPorts(text: string): ReadonlySet<number> {
  const ports = new Set<number>();
  for (const line of linesOf(text)) {
    const cells = line.split('\t', USE_COLUMN.confidence + 1);
    const range = readRange(cells[USE_COLUMN.ports] ?? '');
    if (range === undefined || isWide(range)) continue;
    if (cells[USE_COLUMN.standing] === 'legacy' || cells[USE_COLUMN.confidence] === 'low') continue;
    for (const port of numbersOf(range)) ports.add(port);
  }
  return ports;
}

function isSingle({ ports }: NumberedLine): boolean {
  return ports.first === ports.last;
}

function usesOf(rows: readonly NumberedLine[]): readonly Use[] {
  return rows.flatMap(row => row.use() ?? []);
}
