import type { Match } from '../entry.ts';
import { PROTOCOLS, type Protocol, readRange } from '../port.ts';
import { readAssignment } from '../rows/assignment.ts';
import { USE_COLUMN } from '../rows/useRow.ts';
import { endOfLine, linesOfPort, type RegistryTable } from '../table.ts';
import { lazy } from './lazy.ts';
import { type Columns, cellOf, cellsOf, createSearchText, type SearchText } from './searchText.ts';

/** Everything that can be found: services, services of ranges, uses. An entry is a line of one of these texts. */
export interface SearchIndex {
  /** How many entries there are; those of the first text come first. */
  readonly count: number;
  readonly texts: readonly SearchText[];
  readonly numbers: () => Numbers;
  /** How well known the entry is, at most 1; 0 for one that is not shown. */
  prior(entry: number): number;
  /** The name of each entry, folded. */
  readonly names: () => readonly string[];
  speaks(entry: number, protocol: Protocol): boolean;
  /** Undefined where there is no such entry. */
  match(entry: number): Omit<Match, 'spans'> | undefined;
}

/** First and last number of each entry. */
export interface Numbers {
  readonly first: Uint16Array;
  readonly last: Uint16Array;
}

const SERVICE: Columns = [undefined, undefined, undefined, 'name', 'spellings', 'detail'];
const SERVICE_NAME = SERVICE.indexOf('name');

const USE: Columns = Array.from({ length: USE_COLUMN.images + 1 }, (_, column) => {
  if (column === USE_COLUMN.software) return 'name';
  if (column === USE_COLUMN.images) return 'spellings';
  return column === USE_COLUMN.purpose || column === USE_COLUMN.category ? 'detail' : undefined;
});

export function createSearchIndex(table: RegistryTable): SearchIndex {
  const sources = [table.assignments, table.ranges, table.uses];
  const texts = [
    createSearchText(table.assignments, SERVICE, false),
    createSearchText(table.ranges, SERVICE, false),
    createSearchText(table.uses, USE, true),
  ];
  const count = texts.reduce((sum, text) => sum + text.count, 0);
  const uses = texts[2]?.count ?? 0;
  const placeOf = (at: number): readonly [SearchText, number, string] | undefined => {
    let line = at;
    for (const [index, text] of texts.entries()) {
      if (line < text.count) return [text, line, sources[index] ?? ''];
      line -= text.count;
    }
    return undefined;
  };
  const protocolsOf = (at: number): readonly Protocol[] => {
    const [text, line] = placeOf(at) ?? [];
    if (text === undefined || line === undefined) return [];
    if (text.columns === USE) return transportsOf(cellOf(text, line, USE_COLUMN.protocols));
    // The rows of one name on one number are one entry.
    const name = cellOf(text, line, SERVICE_NAME);
    const found: Protocol[] = [];
    for (let row = line; row < text.count && (row === line || isSameNumber(text, line, row)); row++) {
      if (cellOf(text, row, SERVICE_NAME) === name) found.push(...transportsOf(cellOf(text, row, 1) || 'tcp,udp'));
    }
    return PROTOCOLS.filter(protocol => found.includes(protocol));
  };
  return {
    count,
    texts,
    numbers: lazy(() => numbersIn(texts, count)),
    prior(at) {
      const [text, line] = placeOf(at) ?? [];
      if (text === undefined || line === undefined) return 0;
      if (text.columns === USE) return 0.25 + (0.75 * (uses - line)) / uses;
      return isShown(text, line) ? Math.min(0.5, 0.01 + 0.15 * signsOf(table, cellOf(text, line, 0))) : 0;
    },
    names: lazy(() => texts.flatMap(text => cellsOf(text, text.columns.indexOf('name')))),
    speaks: (at, protocol) => protocolsOf(at).includes(protocol),
    match(at) {
      const [text, line, source] = placeOf(at) ?? [];
      if (text === undefined || line === undefined || source === undefined) return undefined;
      const start = text.origins[line] ?? 0;
      const row = source.slice(start, endOfLine(source, start));
      const [protocol = 'tcp', ...more] = protocolsOf(at);
      const shown = text.columns === USE ? useOf(row) : serviceOf(row);
      return shown && { ...shown, protocols: [protocol, ...more] };
    },
  };
}

function serviceOf(row: string): Omit<Match, 'spans' | 'protocols'> | undefined {
  const [entry] = readAssignment(row) ?? [];
  if (entry?.service === undefined) return undefined;
  return { kind: 'service', ports: entry.ports, name: entry.service, detail: entry.description };
}

function useOf(row: string): Omit<Match, 'spans' | 'protocols'> | undefined {
  const cells = row.split('\t');
  const ports = readRange(cells[USE_COLUMN.ports] ?? '');
  const [name = '', detail = ''] = [cells[USE_COLUMN.software], cells[USE_COLUMN.purpose]];
  return ports && { kind: 'software', ports, name, detail };
}

/** A row without a name is not; a second one of the same name and number is shown with the first. */
function isShown(text: SearchText, line: number): boolean {
  const name = cellOf(text, line, SERVICE_NAME);
  if (name === '') return false;
  for (let row = line - 1; row >= 0 && isSameNumber(text, line, row); row--) {
    if (cellOf(text, row, SERVICE_NAME) === name) return false;
  }
  return true;
}

function isSameNumber(text: SearchText, line: number, other: number): boolean {
  const number = cellOf(text, line, 0);
  return text.text.startsWith(`${number}\t`, text.starts[other] ?? 0);
}

/** A row without a transport stands for any, which people take for these two. */
function transportsOf(cell: string): readonly Protocol[] {
  return cell === 'any' ? ['tcp', 'udp'] : PROTOCOLS.filter(protocol => cell.includes(protocol));
}

/** In how many sources the number was seen in use. */
function signsOf(table: RegistryTable, number: string): number {
  const letters = linesOfPort(table.signs, Number.parseInt(number, 10)).map(line => line.split('\t', 3)[2] ?? '');
  return Math.max(0, ...letters.map(each => each.length));
}

function numbersIn(texts: readonly SearchText[], count: number): Numbers {
  const [first, last] = [new Uint16Array(count), new Uint16Array(count)];
  let entry = 0;
  for (const text of texts) {
    for (let line = 0; line < text.count; line++, entry++) {
      const ports = readRange(cellOf(text, line, 0));
      first[entry] = ports?.first ?? 0;
      last[entry] = ports?.last ?? 0;
    }
  }
  return { first, last };
}
