import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  OPEN_LIST,
  OPEN_MAP,
  QUESTION,
  SINGLE_QUOTE,
  STAR,
} from '../characters.ts';
import type { MapEntry, Node } from '../tree.ts';
import { AFTER_KEY, AFTER_MARK, atColon, blockNode, isIndicator, leafNode } from './block.ts';
import { blockList } from './blockList.ts';
import { YamlList, type YamlNode } from './collections.ts';
import { type Cursor, fail, skipRest, toContent } from './cursor.ts';
import { enter, leave, skipBlock } from './depth.ts';
import { addEntry, finishMap } from './mapEntries.ts';
import { plainKey } from './plain.ts';
import { aliasKey, apply, noProperties, type Properties, property, startsProperty } from './properties.ts';
import { plainAt } from './yamlScalar.ts';

/**
 * Entries in `column`. Where the first key is read already, the cursor is at its `:`; or at the next content, where the
 * key has none yet.
 */
export function blockMap(
  c: Cursor,
  start: number,
  column: number,
  firstKey: YamlNode | undefined,
  colon: boolean,
): YamlNode {
  if (c.tabbed) fail(c, c.lineStart, Math.max(start, c.lineStart), TABS);
  if (!enter(c, start)) return skipBlock(c, column);
  const entries: MapEntry[] = [];
  if (firstKey !== undefined) {
    if (colon) value(c, column, firstKey, entries);
    else withoutColon(c, firstKey, entries);
  }
  while (c.column >= column) {
    const dash = isIndicator(c, DASH);
    if (c.tabbed && entries.length > 0) fail(c, c.lineStart, c.at, TABS);
    else if (c.column > column && entries.length > 0 && !dash) fail(c, c.at, c.at + 1, FURTHER);
    if (dash) strayList(c, entries);
    else if (isIndicator(c, QUESTION)) explicitEntry(c, column, entries);
    else entry(c, column, entries);
  }
  leave(c);
  return finishMap(c, start, false, entries);
}

const FURTHER = 'This is indented further than the map';

/** Said wherever a tab indents. */
export const TABS = 'YAML is indented with spaces, not with tabs';

function value(c: Cursor, column: number, key: YamlNode, entries: MapEntry[]): void {
  c.last = ++c.at;
  addEntry(c, entries, key, blockNode(c, column, AFTER_KEY));
}

function entry(c: Cursor, column: number, entries: MapEntry[]): void {
  const start = c.at;
  const properties = startsProperty(c.text.charCodeAt(start)) ? noProperties(start) : undefined;
  if (properties !== undefined && !readProperties(c, column, properties)) return;
  const key = keyLeaf(c, column);
  if (properties !== undefined) apply(c, properties, key);
  if (atColon(c)) {
    value(c, column, key, entries);
    return;
  }
  const rest = c.last;
  if (!toContent(c) && c.at < c.length) skipRest(c, start, NO_COLON);
  else fail(c, start, rest, NO_COLON);
  if (!isBracket(c.text.charCodeAt(start))) addEntry(c, entries, key, undefined);
}

/** False where no key follows on their line. */
function readProperties(c: Cursor, column: number, properties: Properties): boolean {
  let crossed = false;
  while (!crossed && c.column >= column && startsProperty(c.text.charCodeAt(c.at))) {
    property(c, properties);
    crossed = toContent(c);
  }
  if (!crossed && c.column >= column) return true;
  fail(c, properties.start, c.last, NO_COLON);
  apply(c, properties, plainAt(c.text, c.last, c.last));
  return false;
}

const NO_COLON = 'A key needs a colon and a blank behind it';

function withoutColon(c: Cursor, key: YamlNode, entries: MapEntry[]): void {
  fail(c, key.span.start, key.span.end, NO_COLON);
  if (!isBracket(c.text.charCodeAt(key.span.start))) addEntry(c, entries, key, undefined);
}

function isBracket(code: number): boolean {
  return code === OPEN_LIST || code === OPEN_MAP || code === CLOSE_LIST || code === CLOSE_MAP;
}

function keyLeaf(c: Cursor, column: number): YamlNode {
  const start = c.at;
  switch (c.text.charCodeAt(start)) {
    case OPEN_LIST:
    case OPEN_MAP:
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
      return leafNode(c, column);
    case STAR:
      return aliasKey(c, leafNode(c, column), start);
    default:
      return plainKey(c);
  }
}

/** `? key` and, in the same column, `: value`. */
function explicitEntry(c: Cursor, column: number, entries: MapEntry[]): void {
  c.last = ++c.at;
  const key = blockNode(c, column, AFTER_MARK) ?? plainAt(c.text, c.last, c.last);
  let node: Node | undefined;
  if (c.column === column && isIndicator(c, COLON)) {
    c.last = ++c.at;
    node = blockNode(c, column, AFTER_MARK);
  }
  addEntry(c, entries, key, node);
}

/** Items among the keys of a map are taken for items of the last key, as their dashes slipped out of its column. */
function strayList(c: Cursor, entries: MapEntry[]): void {
  const start = c.at;
  const list = blockList(c, c.column);
  fail(c, start, start + 1, 'This item belongs to no list');
  const last = entries.at(-1);
  if (last === undefined || list.kind !== 'list') return;
  if (last.value === undefined) entries[entries.length - 1] = { key: last.key, value: list, merged: false };
  else if (last.value instanceof YamlList && !last.value.flow)
    for (const item of list.items) last.value.items.push(item);
}
