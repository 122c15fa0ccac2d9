import { CLOSE_LIST, DOT, HASH, isBlank, isLineEnd, OPEN_LIST } from '../characters.ts';
import type { TomlCursor } from './tomlCursor.ts';
import { isBare } from './tomlKey.ts';

/** `key =` at the cursor, where a line begins: whatever was open before has lost its end. */
export function startsEntry(c: TomlCursor): boolean {
  const end = nameEnd(c.text, c.at);
  return end > c.at && c.text.charCodeAt(blanksEnd(c.text, end)) === EQUALS;
}

/** `[name]` alone on the line that begins at the cursor. A name is none that an array could hold. */
export function startsTable(c: TomlCursor): boolean {
  const { text } = c;
  if (text.charCodeAt(c.at) !== OPEN_LIST) return false;
  const twice = text.charCodeAt(c.at + 1) === OPEN_LIST;
  const start = c.at + (twice ? 2 : 1);
  const end = nameEnd(text, start);
  if (end === start || VALUE.test(text.slice(start, end))) return false;
  for (let at = end; at < end + (twice ? 2 : 1); at++) if (text.charCodeAt(at) !== CLOSE_LIST) return false;
  const behind = blanksEnd(text, end + (twice ? 2 : 1));
  const code = text.charCodeAt(behind);
  return behind >= text.length || isLineEnd(code) || code === HASH;
}

const EQUALS = 61;
const VALUE = /^(?:[\d+-]|(?:true|false|inf|nan)$)/;

function nameEnd(text: string, from: number): number {
  let at = from;
  while (isBare(text.charCodeAt(at)) || text.charCodeAt(at) === DOT) at++;
  return at;
}

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}
