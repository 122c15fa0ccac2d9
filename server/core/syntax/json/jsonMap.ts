import { CLOSE_LIST, CLOSE_MAP, COLON, COMMA, DOUBLE_QUOTE, OPEN_LIST, OPEN_MAP, SINGLE_QUOTE } from '../characters.ts';
import { type LazyScalar, plainScalar } from '../lazyScalar.ts';
import type { MapEntry, MapNode, Node } from '../tree.ts';
import { fail, type JsonCursor, toContent, unclosed } from './jsonCursor.ts';
import { comma, isKey, stray, takePending } from './jsonMarks.ts';
import { readString } from './jsonString.ts';
import { readValue } from './jsonValue.ts';
import { isTemplate, readWord } from './jsonWord.ts';

/** Entries without braces around them, as in a part of a file; the first key is `pending`. */
export function readFragment(c: JsonCursor, start: number): MapNode {
  fail(c, start, start + 1, 'A brace is missing before this');
  return mapFrom(c, start, false);
}

/** The map at the cursor, as far as it goes. */
export function readMap(c: JsonCursor): MapNode {
  const start = c.at;
  c.last = ++c.at;
  return mapFrom(c, start, true);
}

function mapFrom(c: JsonCursor, start: number, braces: boolean): MapNode {
  const entries: MapEntry[] = [];
  c.maps++;
  readEntries(c, start, braces, entries);
  c.maps--;
  return { kind: 'map', span: { start, end: c.last }, flow: true, entries };
}

function readEntries(c: JsonCursor, start: number, braces: boolean, entries: MapEntry[]): void {
  let separated = true;
  for (;;) {
    toContent(c);
    if (c.at >= c.length) {
      if (braces) unclosed(c, start);
      return;
    }
    const code = c.pending === undefined ? c.text.charCodeAt(c.at) : COLON;
    if (code === COMMA) {
      comma(c, separated);
      separated = true;
    } else if (code === CLOSE_MAP && braces) {
      c.last = ++c.at;
      return;
    } else if (code === CLOSE_LIST && c.lists > 0) {
      unclosed(c, start);
      return;
    } else if (code === CLOSE_LIST || code === CLOSE_MAP) {
      stray(c);
    } else {
      if (!separated && c.pending === undefined) fail(c, c.at, c.at + 1, 'A comma is missing before this');
      separated = readEntry(c, entries);
    }
  }
}

/** True where it was a template that stands between entries. */
function readEntry(c: JsonCursor, entries: MapEntry[]): boolean {
  const key = takePending(c) ?? readKey(c);
  toContent(c);
  const code = c.text.charCodeAt(c.at);
  if (code === COLON) {
    c.last = ++c.at;
    entries.push({ key, value: entryValue(c), merged: false });
    return false;
  }
  if (code === OPEN_LIST || code === OPEN_MAP) {
    fail(c, c.at, c.at + 1, 'A key and a colon stand before a value');
    entries.push({ key, value: readValue(c), merged: false });
    return false;
  }
  if (key.style === 'plain' && isTemplate(c, key.span.start)) return true;
  fail(c, key.span.start, key.span.end, 'A colon and a value are missing after this key');
  entries.push({ key, value: undefined, merged: false });
  return false;
}

function readKey(c: JsonCursor): LazyScalar {
  const code = c.text.charCodeAt(c.at);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readString(c);
  if (code !== COLON && code !== OPEN_LIST && (code !== OPEN_MAP || isTemplate(c, c.at))) return readWord(c);
  fail(c, c.at, c.at + 1, 'A key is missing before this');
  return plainScalar(c.text, c.at, c.at);
}

/** The value behind a colon; undefined where it is missing. */
export function entryValue(c: JsonCursor): Node | undefined {
  const colon = c.at - 1;
  toContent(c);
  const code = c.at < c.length ? c.text.charCodeAt(c.at) : COMMA;
  if (code !== COMMA && code !== CLOSE_MAP && code !== CLOSE_LIST && code !== COLON) {
    const value = readValue(c);
    if (value.kind !== 'scalar' || !isKey(c)) return value;
    c.pending = value;
  }
  fail(c, colon, colon + 1, 'A value is missing after this colon');
  return undefined;
}
