import type { Span } from '../../text/span.ts';
import type { MapEntry } from '../tree.ts';
import { backslashLines, indentedLines } from './continuation.ts';
import { isBlank, skipBlanks, trimmedEnd } from './lines.ts';
import { inlineComment, type Reading } from './reading.ts';
import { readKey, readValue } from './readValue.ts';

/** An entry and where it ends. */
export interface KeyValueEntry {
  readonly entry: MapEntry;
  /** An offset in the last line of the entry. */
  readonly end: number;
}

/** Reads the entry whose key begins at `start`, in a line from `lineStart` to `end`. */
export function readEntry(reading: Reading, lineStart: number, { start, end }: Span): KeyValueEntry {
  const { text, dialect } = reading;
  const lines = dialect.continuation === 'backslash' ? backslashLines(reading, { start, end }) : [{ start, end }];
  const first = lines[0] ?? { start, end };
  const keyEnd = endOfKey(reading, first);
  const key = readKey(reading, { start, end: trimmedEnd(text, start, keyEnd) });
  const rest = behindSeparator(reading, keyEnd, first.end);
  if (dialect.continuation === 'indent' && rest > keyEnd) {
    const begun = skipBlanks(text, rest, first.end) < first.end;
    for (const line of indentedLines(reading, start - lineStart, end, begun)) lines.push(line);
  }
  const value = readValue(reading, [{ start: rest, end: first.end }, ...lines.slice(1)]);
  return { entry: { key, value, merged: false }, end: (lines.at(-1) ?? first).end };
}

/** Where the separator stands, or the comment of a key without value, or the end of the line. */
function endOfKey(reading: Reading, { start, end }: Span): number {
  const { text, dialect } = reading;
  let blank = end;
  for (let at = start; at < end; at++) {
    const char = text[at] ?? '';
    // The colon of `listen 10.0.0.1:80` stands in the value.
    const inAddress = char === ':' && blank < at && at + 1 < end && !isBlank(text[at + 1]);
    if (dialect.separators.includes(char) && !inAddress) return at;
    if (dialect.blankSeparates !== 'never' && blank === end && isBlank(char)) blank = at;
    if (blank === at && dialect.blankSeparates === 'always') return at;
    if (inlineComment(reading, at)) return Math.min(blank, at);
    if (char === '\\' && dialect.escapes?.everywhere) at++;
  }
  return blank;
}

/** Where the value may begin. Blanks may stand on both sides of the separator. */
function behindSeparator({ text, dialect }: Reading, keyEnd: number, end: number): number {
  const at = dialect.blankSeparates !== 'never' ? skipBlanks(text, keyEnd, end) : keyEnd;
  return at < end && dialect.separators.includes(text[at] ?? '') ? at + 1 : at;
}
