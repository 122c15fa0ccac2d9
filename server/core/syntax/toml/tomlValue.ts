import {
  CLOSE_LIST,
  CLOSE_MAP,
  COMMA,
  DOUBLE_QUOTE,
  isBlank,
  LESS,
  OPEN_LIST,
  OPEN_MAP,
  SINGLE_QUOTE,
} from '../characters.ts';
import { type LazyScalar, plainScalar } from '../lazyScalar.ts';
import { DEEPEST } from '../tree.ts';
import { atLineEnd, fail, lineEnd, type TomlCursor, toContent, unclosed } from './tomlCursor.ts';
import { readEntry } from './tomlEntry.ts';
import { startsEntry, startsTable } from './tomlLine.ts';
import { readString } from './tomlString.ts';
import { TomlList, TomlMap } from './tomlTables.ts';

/** The value at the cursor. `depth` counts the collections around it, `nested` is true between brackets. */
export function readValue(c: TomlCursor, depth: number, nested: boolean): LazyScalar | TomlMap | TomlList {
  const code = c.text.charCodeAt(c.at);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readString(c);
  if (code === OPEN_LIST) return depth < DEEPEST ? readArray(c, depth) : skipLine(c);
  if (code === OPEN_MAP && c.templates.end(c.at) < 0) return depth < DEEPEST ? readInlineTable(c, depth) : skipLine(c);
  return readPlain(c, nested);
}

/** A number, a date, a truth value or a template, as it is written; what it is not is kept all the same. */
function readPlain(c: TomlCursor, nested: boolean): LazyScalar {
  const { text } = c;
  const start = c.at;
  // `#{x}` is a comment anywhere else.
  let template = c.templates.end(start) >= 0;
  if (template) c.at = c.templates.end(start);
  while (!atLineEnd(c)) {
    const code = text.charCodeAt(c.at);
    if (nested && (code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP)) break;
    const isMark = code === OPEN_MAP || code === LESS || code === DOLLAR;
    if (isMark && c.templates.statementEnd(c.at) >= 0) break;
    const end = isMark ? c.templates.end(c.at) : -1;
    template ||= end >= 0;
    c.at = end < 0 ? c.at + 1 : end;
  }
  let end = c.at;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  c.last = end;
  if (!template && !PLAIN.test(text.slice(start, end))) fail(c, start, end, 'A text needs quotes');
  return plainScalar(text, start, end);
}

const DOLLAR = 36;

/** https://toml.io/en/v1.0.0#integer and the sections after it */
const PLAIN = /^(?:true|false|[+-]?(?:inf|nan)|[+-]?[\d.][\w.:+-]*(?: \d[\d:.]*(?:[Zz]|[+-][\d:]+)?)?)$/;

function readArray(c: TomlCursor, depth: number): TomlList {
  const start = c.at;
  const list = new TomlList(start, true);
  c.last = ++c.at;
  c.arrays++;
  readItems(c, start, depth, list);
  c.arrays--;
  list.span.end = c.last;
  return list;
}

function readItems(c: TomlCursor, start: number, depth: number, list: TomlList): void {
  let separated = true;
  for (;;) {
    const crossed = toContent(c);
    const code = c.text.charCodeAt(c.at);
    if (crossed && (startsEntry(c) || startsTable(c))) c.cut = c.at;
    if (c.at >= c.length || c.cut === c.at || (code === CLOSE_MAP && c.braces > 0)) {
      unclosed(c, start);
      return;
    }
    if (code === CLOSE_LIST) {
      c.last = ++c.at;
      return;
    }
    if (code === COMMA || code === CLOSE_MAP) {
      if (separated || code === CLOSE_MAP) fail(c, c.at, c.at + 1, 'Nothing stands before this');
      separated = true;
      c.last = ++c.at;
    } else {
      if (!separated) fail(c, c.at, c.at + 1, 'A comma is missing before this');
      separated = false;
      list.items.push(readValue(c, depth + 1, true));
    }
  }
}

/** `{ a = 1 }`. Line ends in it are of TOML 1.1. */
function readInlineTable(c: TomlCursor, depth: number): TomlMap {
  const map = new TomlMap(c.at, c.at, true, depth);
  c.last = ++c.at;
  c.braces++;
  readEntries(c, map);
  c.braces--;
  map.span.end = c.last;
  return map;
}

function readEntries(c: TomlCursor, map: TomlMap): void {
  let separated = true;
  for (;;) {
    const crossed = toContent(c);
    const code = c.text.charCodeAt(c.at);
    if (crossed && ((!separated && startsEntry(c)) || startsTable(c))) c.cut = c.at;
    if (c.at >= c.length || c.cut === c.at || (code === CLOSE_LIST && c.arrays > 0)) {
      unclosed(c, map.span.start);
      return;
    }
    if (code === CLOSE_MAP) {
      c.last = ++c.at;
      return;
    }
    if (code === COMMA || code === CLOSE_LIST) {
      if (separated || code === CLOSE_LIST) fail(c, c.at, c.at + 1, 'Nothing stands before this');
      separated = true;
      c.last = ++c.at;
    } else {
      if (!separated) fail(c, c.at, c.at + 1, 'A comma is missing before this');
      separated = false;
      const { at } = c;
      readEntry(c, map, true);
      if (c.at === at) c.at++;
    }
  }
}

/** What is nested too deeply is not read: whoever walks the tree may recurse. */
function skipLine(c: TomlCursor): LazyScalar {
  const start = c.at;
  fail(c, start, start + 1, 'This is nested too deeply');
  c.at = c.last = lineEnd(c.text, start);
  return plainScalar(c.text, start, start);
}
