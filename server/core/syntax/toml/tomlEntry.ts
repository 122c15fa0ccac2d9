import { CLOSE_LIST, CLOSE_MAP, COMMA } from '../characters.ts';
import type { Node } from '../tree.ts';
import { atLineEnd, fail, skipBlanks, type TomlCursor } from './tomlCursor.ts';
import { readKey } from './tomlKey.ts';
import { grow, type TomlMap, tableUnder } from './tomlTables.ts';
import { readValue } from './tomlValue.ts';

/** `key = value` into `map`, or into the tables in it that a dotted key names. */
export function readEntry(c: TomlCursor, map: TomlMap, nested: boolean): void {
  const keys = readKey(c);
  const key = keys.at(-1);
  if (key === undefined) return;
  const place = keys.length > 1 ? tableUnder(c, map, keys.slice(0, -1), keys.slice(1), undefined) : undefined;
  const target = place?.map ?? map;
  const { at } = c;
  skipBlanks(c);
  let value: Node | undefined;
  if (c.text.charCodeAt(c.at) === EQUALS) {
    const sign = c.at;
    c.last = ++c.at;
    skipBlanks(c);
    skipStatements(c);
    if (isMissing(c) || (nested && endsEntry(c))) fail(c, sign, sign + 1, 'A value is missing after this');
    else value = readValue(c, target.depth + 1, nested);
  } else {
    c.at = at;
    fail(c, key.span.start, key.span.end, 'An equals sign and a value are missing after this name');
  }
  target.entries.push({ key, value, merged: false });
  if (place !== undefined) grow(c, place);
}

const EQUALS = 61;

/** Of `port = {{ if .x }}80{{ else }}90{{ end }}` the first value is read. */
function skipStatements(c: TomlCursor): void {
  for (let end = c.templates.statementEnd(c.at); end >= 0; end = c.templates.statementEnd(c.at)) {
    c.at = end;
    skipBlanks(c);
  }
}

function isMissing(c: TomlCursor): boolean {
  return atLineEnd(c) && c.templates.end(c.at) < 0;
}

function endsEntry(c: TomlCursor): boolean {
  const code = c.text.charCodeAt(c.at);
  return code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP;
}
