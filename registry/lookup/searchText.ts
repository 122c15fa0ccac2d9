import { fold } from './fold.ts';

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
  /** Where each line begins in the table. */
  readonly origins: Uint32Array;
  readonly columns: Columns;
}

/** What the columns mean for a search, by their number; a column without a meaning is not searched. */
export type Columns = readonly ('name' | 'spellings' | 'detail' | undefined)[];

/** `isCut`: what comes after the columns is left out, where that is the greater part. */
export function createSearchText(table: string, columns: Columns, isCut: boolean): SearchText {
  const origins: number[] = [];
  for (let start = table === '' ? -1 : 0; start >= 0; ) {
    origins.push(start);
    const end = table.indexOf('\n', start);
    start = end === -1 ? -1 : end + 1;
  }
  const lines = isCut ? origins.map(start => table.slice(start, endOfColumns(table, start, columns.length))) : [];
  const text = fold(isCut ? `\n${lines.join('\n')}\n` : `\n${table}\n`);
  const starts = new Uint32Array(origins.length + 1);
  let at = 1;
  for (let line = 0; line < origins.length; line++) {
    starts[line] = isCut ? at : (origins[line] ?? 0) + 1;
    at += (lines[line] ?? '').length + 1;
  }
  starts[origins.length] = text.length;
  return { text, count: origins.length, starts, origins: Uint32Array.from(origins), columns };
}

/** Every line has more columns than these. */
function endOfColumns(table: string, start: number, count: number): number {
  let at = start - 1;
  for (let column = 0; column < count; column++) at = table.indexOf('\t', at + 1);
  return at;
}

/** A cell of a line, folded. */
export function cellOf({ text, starts }: SearchText, line: number, column: number): string {
  let start = starts[line] ?? 0;
  const end = (starts[line + 1] ?? 0) - 1;
  for (let left = column; left > 0; left--) {
    start = text.indexOf('\t', start) + 1;
    if (start === 0 || start > end) return '';
  }
  const tab = text.indexOf('\t', start);
  return text.slice(start, tab === -1 || tab > end ? end : tab);
}

/** The cells of a column, folded. */
export function cellsOf(text: SearchText, column: number): readonly string[] {
  const cells: string[] = [];
  for (let line = 0; line < text.count; line++) cells.push(cellOf(text, line, column));
  return cells;
}
