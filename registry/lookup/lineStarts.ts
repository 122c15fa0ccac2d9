import { endOfLine } from '../table.ts';

/** Where the lines start that begin with one number, by that number, and those that begin with a range. */
export interface LineStarts {
  readonly ofNumber: ReadonlyMap<number, readonly number[]>;
  readonly ofRanges: readonly number[];
}

/** One look at the beginning of every line: searching the text for a few numbers takes longer. */
export function lineStarts(text: string): LineStarts {
  const ofNumber = new Map<number, number[]>();
  const ofRanges: number[] = [];
  for (let start = 0; start < text.length; ) {
    let number = 0;
    let at = start;
    let code = text.charCodeAt(at);
    for (; code >= 48 && code <= 57; code = text.charCodeAt(++at)) number = number * 10 + code - 48;
    if (at > start && code === TAB) add(ofNumber, number, start);
    else if (at > start && code === HYPHEN) ofRanges.push(start);
    start = endOfLine(text, at) + 1;
  }
  return { ofNumber, ofRanges };
}

const TAB = 9;
const HYPHEN = 45;

/** Where the lines start of each key of a cell. Columns are counted from 0; lines where the cell is empty have no key. */
export function lineStartsBy(
  text: string,
  column: number,
  keysOf: (cell: string) => Iterable<string>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = endOfLine(text, start);
    let tab = start - 1;
    for (let cell = 0; cell < column && tab < end; cell++) tab = tabFrom(text, tab + 1);
    const cell = text.slice(tab + 1, Math.min(end, tabFrom(text, tab + 1)));
    if (cell !== '') for (const key of keysOf(cell)) add(found, key, start);
  }
  return found;
}

function tabFrom(text: string, at: number): number {
  const tab = text.indexOf('\t', at);
  return tab < 0 ? text.length : tab;
}

function add<K>(starts: Map<K, number[]>, key: K, start: number): void {
  const known = starts.get(key);
  if (known === undefined) starts.set(key, [start]);
  else known.push(start);
}
