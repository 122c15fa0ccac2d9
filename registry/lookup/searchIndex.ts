import type { Match } from '../entry.ts';
import { PROTOCOLS, type Protocol, readRange } from '../port.ts';
import { readAssignment } from '../rows/assignment.ts';
import { USE_COLUMN } from '../rows/useRow.ts';
import { endOfLine, linesOfPort, type RegistryTable } from '../table.ts';
import { lazy } from './lazy.ts';
import { type Columns, createSearchText, type SearchText } from './searchText.ts';

/** Everything that can be found: services, services of ranges, uses. An entry is a line of one of these texts. */
export interface SearchIndex {
  /** How many entries there are; those of the first text come first. */
  readonly count: number;
  readonly texts: readonly SearchText[];
  readonly numbers: () => Numbers;
  /** How well known the entry is, at most 1; 0 for one that is not shown. */
  prior(entry: number): number;
  speaks(entry: number, protocol: Protocol): boolean;
  /** Undefined where there is no such entry. */
  match(entry: number): Omit<Match, 'spans'> | undefined;
}

/** First and last number of each entry. */
export interface Numbers {
  readonly first: Uint16Array;
  readonly last: Uint16Array;
}

const SERVICE: Columns = ['name', 'spellings', 'detail'];
const SERVICE_NAME = 3;

const USE: Columns = Array.from({ length: USE_COLUMN.images + 1 - USE_COLUMN.category }, (_, index) => {
  const column = USE_COLUMN.category + index;
  if (column === USE_COLUMN.software) return 'name';
  if (column === USE_COLUMN.images) return 'spellings';
  return column === USE_COLUMN.purpose || column === USE_COLUMN.category ? 'detail' : undefined;
});

export function createSearchIndex(table: RegistryTable): SearchIndex {
  const texts = [
    createSearchText(table.assignments, SERVICE_NAME, SERVICE),
    createSearchText(table.ranges, SERVICE_NAME, SERVICE),
    createSearchText(table.uses, USE_COLUMN.category, USE),
  ];
  const count = texts.reduce((sum, text) => sum + text.count, 0);
  const uses = texts.at(-1)?.count ?? 0;
  const placeOf = (entry: number): readonly [SearchText, number] | undefined => {
    let line = entry;
    for (const text of texts) {
      if (line < text.count) return [text, line];
      line -= text.count;
    }
    return undefined;
  };
  const protocolsOf = (entry: number): readonly Protocol[] => {
    const [text, line] = placeOf(entry) ?? [];
    if (text === undefined || line === undefined) return [];
    if (text.columns === USE) return transportsOf(text.row(line).split('\t')[USE_COLUMN.protocols] ?? '');
    const found = sameServices(text, line, 1).flatMap(transports => transportsOf(transports || 'tcp,udp'));
    return PROTOCOLS.filter(protocol => found.includes(protocol));
  };
  return {
    count,
    texts,
    numbers: lazy(() => numbersIn([table.assignments, table.ranges, table.uses], count)),
    prior(entry) {
      const [text, line] = placeOf(entry) ?? [];
      if (text === undefined || line === undefined) return 0;
      if (text.columns === USE) return 0.25 + (0.75 * (uses - line)) / uses;
      const { number, name } = serviceAt(text, line);
      // The rows of one name on one number are one entry: the first of them.
      if (name === '' || sameServices(text, line, -1).length > 1) return 0;
      return Math.min(0.5, 0.01 + 0.15 * signsOf(table, Number.parseInt(number, 10)));
    },
    speaks: (entry, protocol) => protocolsOf(entry).includes(protocol),
    match(entry) {
      const [text, line] = placeOf(entry) ?? [];
      if (text === undefined || line === undefined) return undefined;
      const [protocol = 'tcp', ...more] = protocolsOf(entry);
      const shown = text.columns === USE ? useOf(text.row(line)) : serviceOf(text.row(line));
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

/** Number, transports and name of a row of IANA. */
function serviceAt(text: SearchText, line: number): Readonly<Record<'number' | 'transports' | 'name', string>> {
  const [number = '', transports = '', , name = ''] = text.row(line).split('\t', SERVICE_NAME + 1);
  return { number, transports, name };
}

/** The transports of the rows that have the same number and name, from this row on or back. */
function sameServices(text: SearchText, line: number, step: 1 | -1): readonly string[] {
  const { number, name } = serviceAt(text, line);
  const found: string[] = [];
  for (let row = line; row >= 0 && row < text.count; row += step) {
    const other = serviceAt(text, row);
    if (other.number !== number) break;
    if (other.name === name) found.push(other.transports);
  }
  return found;
}

/** A row without a transport stands for any, which people take for these two. */
function transportsOf(cell: string): readonly Protocol[] {
  return cell === 'any' ? ['tcp', 'udp'] : PROTOCOLS.filter(protocol => cell.includes(protocol));
}

/** In how many sources the number was seen in use. */
function signsOf(table: RegistryTable, number: number): number {
  const letters = linesOfPort(table.signs, number).map(line => line.split('\t', 3)[2] ?? '');
  return Math.max(0, ...letters.map(each => each.length));
}

function numbersIn(tables: readonly string[], count: number): Numbers {
  const [first, last] = [new Uint16Array(count), new Uint16Array(count)];
  let entry = 0;
  for (const table of tables) {
    for (let start = 0; start < table.length; start = endOfLine(table, start) + 1) {
      const ports = readRange(table.slice(start, table.indexOf('\t', start)));
      first[entry] = ports?.first ?? 0;
      last[entry] = ports?.last ?? 0;
      entry++;
    }
  }
  return { first, last };
}
