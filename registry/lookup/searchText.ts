import { endOfLine } from '../table.ts';
import { fold } from './fold.ts';
import { lazy } from './lazy.ts';

/**
 * The columns of a table that are searched, in one folded text that native search runs through. To make objects of
 * eleven thousand rows would cost ten times as much. The text begins and ends with a line break.
 */
export interface SearchText {
  readonly text: string;
  /** How many lines there are. */
  readonly count: number;
  /** Where each line begins in `text`, and the end of the last. */
  readonly starts: Uint32Array;
  /** Where the name begins in each line. */
  readonly nameStarts: () => Uint32Array;
  readonly columns: Columns;
  /** The line of the table, as it is there. */
  row(line: number): string;
}

/** What the columns of the text mean for a search. A column without a meaning only lies between others. */
export type Columns = readonly ('name' | 'spellings' | 'detail' | undefined)[];

/** `from`: the column of the table that becomes the first of the text. */
export function createSearchText(table: string, from: number, columns: Columns): SearchText {
  // One replacement for the whole table: to cut every line by itself takes three times as long.
  const cells = (most: number): string => `[^\\t\\n]*(?:\\t[^\\t\\n]*){0,${most - 1}}`;
  const line = new RegExp(`^${cells(from)}\\t?(${cells(columns.length)}).*$`, 'gm');
  const text = fold(`\n${table.replace(line, '$1')}\n`);
  const starts = lineStarts(text, 1);
  const origins = lazy(() => lineStarts(table, 0));
  const nameStarts = lazy(() => {
    const before = columns.indexOf('name');
    return before === 0 ? starts : starts.map(start => (start < text.length ? afterTabs(text, start, before) : start));
  });
  return {
    ...{ text, count: table === '' ? 0 : starts.length - 1, starts, nameStarts, columns },
    row(line) {
      const start = origins()[line] ?? table.length;
      return table.slice(start, endOfLine(table, start));
    },
  };
}

/** The beginnings of lines from an offset on; what follows the last line break begins none. */
function lineStarts(text: string, from: number): Uint32Array {
  const starts = [from];
  for (let at = text.indexOf('\n', from); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

/** Every line of a use has all these columns. */
function afterTabs(text: string, start: number, count: number): number {
  let at = start;
  for (let left = count; left > 0; left--) at = text.indexOf('\t', at) + 1;
  return at;
}
