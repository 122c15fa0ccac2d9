import { endOfLine } from '../table.ts';
import { fold } from './fold.ts';

/**
 * The columns of a table that are searched, in one folded text that native search runs through. To make objects of
 * eleven thousand rows would cost ten times as much. The text begins and ends with a line break.
 */
export interface SearchText {
  /** What was made searchable. */
  readonly table: string;
  readonly text: string;
  /** How many lines there are. */
  readonly count: number;
  /** Where each line begins in `text`, and the end of the last. */
  readonly starts: Uint32Array;
  /** Where each line begins in the table. */
  readonly origins: Uint32Array;
  readonly columns: Columns;
}

/** What the columns of the text mean for a search. A column without a meaning only lies between others. */
export type Columns = readonly ('name' | 'spellings' | 'detail' | undefined)[];

/** `from`: the column of the table that becomes the first of the text. */
export function createSearchText(table: string, from: number, columns: Columns): SearchText {
  const lines: string[] = [];
  const origins: number[] = [];
  for (let start = 0; start < table.length; ) {
    const end = endOfLine(table, start);
    const first = afterTabs(table, start, from, end);
    const last = afterTabs(table, first, columns.length, end);
    lines.push(table.slice(first, last > end ? end : last - 1));
    origins.push(start);
    start = end + 1;
  }
  const starts = new Uint32Array(lines.length + 1);
  let at = 1;
  for (let line = 0; line < lines.length; line++) {
    starts[line] = at;
    at += (lines[line] ?? '').length + 1;
  }
  starts[lines.length] = at;
  const text = fold(`\n${lines.join('\n')}\n`);
  return { table, text, count: lines.length, starts, origins: Uint32Array.from(origins), columns };
}

/** Behind so many tabs, or behind the line where it has fewer. */
function afterTabs(table: string, start: number, count: number, end: number): number {
  let at = start;
  for (let left = count; left > 0 && at <= end; left--) {
    const tab = table.indexOf('\t', at);
    at = tab === -1 || tab > end ? end + 1 : tab + 1;
  }
  return at;
}

/** The names of all lines, folded. */
export function namesIn({ text, count, starts, columns }: SearchText): readonly string[] {
  const column = columns.indexOf('name');
  const names: string[] = [];
  for (let line = 0; line < count; line++) {
    const end = (starts[line + 1] ?? text.length) - 1;
    const start = afterTabs(text, starts[line] ?? 0, column, end);
    names.push(text.slice(start, afterTabs(text, start, 1, end) - 1));
  }
  return names;
}

/** The line of the table, as it is there. */
export function rowOf({ table, origins }: SearchText, line: number): string {
  const start = origins[line] ?? table.length;
  return table.slice(start, endOfLine(table, start));
}
