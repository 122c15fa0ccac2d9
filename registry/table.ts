import { lazy, remembered } from './lookup/lazy.ts';

/**
 * The whole registry as text, written by `build/build.ts`. Text, because a program that asks for one port must not pay
 * for fourteen thousand objects: a row is decoded when it is looked up.
 */
export interface RegistryTable {
  /** The date of IANA's snapshot. */
  readonly iana: string;
  /** Assignments of a single number, sorted by number; see `assignment.ts`. */
  readonly assignments: string;
  /** Assignments of a range. */
  readonly ranges: string;
  /** Best known first; see `useRow.ts`. */
  readonly uses: string;
  /** See `imageRow.ts`. */
  readonly images: string;
  /** The beginnings of URLs that many rows share, one a line; see `sharedUrl.ts`. */
  readonly urls: string;
  /** See `claimRow.ts`. */
  readonly claims: string;
  /** Assigned numbers that were seen in use, sorted by number; see `signRow.ts`. */
  readonly signs: string;
  /** The sources that were searched for a sign of use: letter, name and URL. */
  readonly signSources: string;
  /** The day on which they were searched. */
  readonly signDate: string;
  /** Port, transport and how many programs take it by default, sorted by number. */
  readonly crowds: string;
  /** Sorted by kind, then by number; see `cautionRow.ts`. */
  readonly cautions: string;
  /** Sorted by number; see `remarkRow.ts`. */
  readonly remarks: string;
}

/** In the order in which they stand in the text that ships, with a form feed between them. */
const PARTS = [
  'iana',
  'assignments',
  'ranges',
  'uses',
  'images',
  'urls',
  'claims',
  'signs',
  'signSources',
  'signDate',
  'crowds',
  'cautions',
  'remarks',
] as const satisfies readonly (keyof RegistryTable)[];

/** The text that ships. */
export function writeTable(table: RegistryTable): string {
  return PARTS.map(part => table[part]).join('\f');
}

/** The parts of the text that ships, by their place in it. Nothing is read before the first is asked for. */
export type Parts = (index: number) => string;

/** For a text that is there as a whole. */
export function textParts(read: () => string): Parts {
  const parts = lazy(() => read().split('\f'));
  return index => parts()[index] ?? '';
}

/** The table that `writeTable` wrote. Each part is asked for once. */
export function tableOf(parts: Parts): RegistryTable {
  const part = remembered((name: keyof RegistryTable) => parts(PARTS.indexOf(name)));
  return {
    get iana() {
      return part('iana');
    },
    get assignments() {
      return part('assignments');
    },
    get ranges() {
      return part('ranges');
    },
    get uses() {
      return part('uses');
    },
    get images() {
      return part('images');
    },
    get urls() {
      return part('urls');
    },
    get claims() {
      return part('claims');
    },
    get signs() {
      return part('signs');
    },
    get signSources() {
      return part('signSources');
    },
    get signDate() {
      return part('signDate');
    },
    get crowds() {
      return part('crowds');
    },
    get cautions() {
      return part('cautions');
    },
    get remarks() {
      return part('remarks');
    },
  };
}

/** The lines of `text`, none for the empty text. */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

/** The lines that begin with this number, from text whose lines are sorted by the number they begin with. */
export function linesOfPort(text: string, port: number): readonly string[] {
  const found: string[] = [];
  for (let start = firstLine(text, port); start < text.length && numberAt(text, start) === port; ) {
    const end = endOfLine(text, start);
    found.push(text.slice(start, end));
    start = end + 1;
  }
  return found;
}

/** Where the first line begins whose number is at least `port`: a binary search over characters, without an index. */
function firstLine(text: string, port: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle === 0 ? 0 : text.lastIndexOf('\n', middle - 1) + 1;
    if (numberAt(text, start) < port) low = endOfLine(text, middle) + 1;
    else high = start;
  }
  return low;
}

/** The end of the line that holds the offset, its line break not counted. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function numberAt(text: string, start: number): number {
  let value = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}
