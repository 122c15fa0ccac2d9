import {
  COLON,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  isGap,
  OPEN_LIST,
  OPEN_MAP,
  PIPE,
  QUESTION,
  SINGLE_QUOTE,
  STAR,
} from '../characters.ts';
import { blockList } from './blockList.ts';
import { blockMap } from './blockMap.ts';
import { blockScalar } from './blockScalar.ts';
import type { YamlNode } from './collections.ts';
import { type Cursor, fail, skipBlanks, skipRest, toContent } from './cursor.ts';
import { flowCollection } from './flow.ts';
import { plainScalar } from './plain.ts';
import { alias, aliasKey, apply, noProperties, type Properties, property, startsProperty } from './properties.ts';
import { quotedScalar } from './quoted.ts';
import { plainAt } from './yamlScalar.ts';

/** What a node stands behind. */
export type Place = typeof AFTER_KEY | typeof AFTER_DASH | typeof AFTER_MARK | typeof AT_ROOT;
/** Behind the `:` of a key or behind `---`: a block collection begins below them, not on their line. */
export const AFTER_KEY = 0;
export const AFTER_DASH = 1;
/** `?`, or the `:` on a line of its own that belongs to it. */
export const AFTER_MARK = 2;
export const AT_ROOT = 3;

/**
 * The node behind an indicator in column `parent`, on its line or below it; undefined where there is none. Leaves the
 * cursor at the next content, as all block readers do.
 */
export function blockNode(c: Cursor, parent: number, place: Place): YamlNode | undefined {
  const crossed = toContent(c);
  if (!fits(c, parent, place)) return undefined;
  if (startsProperty(c.text.charCodeAt(c.at))) return propertied(c, parent, place, crossed);
  return content(c, parent, place, crossed, c.column, undefined);
}

/** At `-`, `?` or `:` with a blank behind it. */
export function isIndicator(c: Cursor, code: number): boolean {
  return c.text.charCodeAt(c.at) === code && isGap(c.text, c.at + 1);
}

/** A list may stand in the column of its key. */
function fits(c: Cursor, parent: number, place: Place): boolean {
  if (c.column > parent) return true;
  return c.column === parent && c.column >= 0 && place !== AFTER_DASH && isIndicator(c, DASH);
}

/** Tag and anchor on a line of their own belong to the whole map below them, else to its first key. */
function propertied(c: Cursor, parent: number, place: Place, fresh: boolean): YamlNode {
  const properties = noProperties(c.at);
  const column = c.column;
  if (!readProperties(c, properties)) {
    return fits(c, parent, place) ? content(c, parent, place, fresh, column, properties) : nothing(c, properties);
  }
  let node: YamlNode | undefined;
  if (!fits(c, parent, place)) node = plainAt(c.text, c.last, c.last);
  else if (startsProperty(c.text.charCodeAt(c.at))) {
    const inner = noProperties(c.at);
    const innerColumn = c.column;
    const crossed = readProperties(c, inner);
    if (!fits(c, parent, place)) node = nothing(c, inner);
    else node = content(c, parent, place, true, crossed ? c.column : innerColumn, inner);
  } else node = content(c, parent, place, true, c.column, undefined);
  apply(c, properties, node);
  return node;
}

function nothing(c: Cursor, properties: Properties): YamlNode {
  const node = plainAt(c.text, c.last, c.last);
  apply(c, properties, node);
  return node;
}

/** Reads all on this line. True where the node is below it. */
function readProperties(c: Cursor, properties: Properties): boolean {
  while (startsProperty(c.text.charCodeAt(c.at))) {
    property(c, properties);
    if (toContent(c)) return true;
    if (c.column < 0) return false;
  }
  return false;
}

function content(
  c: Cursor,
  parent: number,
  place: Place,
  fresh: boolean,
  column: number,
  properties: Properties | undefined,
): YamlNode {
  const start = c.at;
  const code = c.text.charCodeAt(start);
  const inline = place === AFTER_KEY && !fresh;
  if (code === DASH && isGap(c.text, start + 1)) {
    if (inline || properties !== undefined) fail(c, start, start + 1, 'A list begins on a line of its own');
    return withProperties(c, blockList(c, column), properties);
  }
  if (code === QUESTION && isGap(c.text, start + 1)) {
    if (inline) fail(c, start, start + 1, 'A map begins on a line of its own');
    return withProperties(c, blockMap(c, start, column, undefined, false), properties);
  }
  if (code === PIPE || code === GREATER) {
    const block = blockScalar(c, parent);
    if (block !== undefined) {
      toContent(c);
      return withProperties(c, block, properties);
    }
  }
  const { lineStart } = c;
  const leaf = leafNode(c, parent);
  if (atColon(c)) {
    if (inline) fail(c, start, c.at + 1, 'A map begins on a line of its own');
    if (c.lineStart !== lineStart) fail(c, start, c.at + 1, 'A key stands on one line');
    const key = withProperties(c, aliasKey(c, leaf, start), properties);
    return blockMap(c, start, column, key, true);
  }
  withProperties(c, leaf, properties);
  endOfLeaf(c, start);
  if (c.column !== column || column <= parent || inline || isIndicator(c, DASH)) return leaf;
  // Another text in the same column: a map whose first key has no `:` yet, and none of what was taken for its lines.
  const rewinds = leaf.kind === 'scalar' && leaf.style === 'plain' && !leaf.exact;
  if (rewinds) {
    c.at = start;
    c.lineStart = lineStart;
    toContent(c);
  }
  const map = blockMap(c, start, column, rewinds ? undefined : leaf, false);
  return map.kind === 'map' && map.entries.some(entry => entry.value !== undefined) ? map : leaf;
}

function withProperties(c: Cursor, node: YamlNode, properties: Properties | undefined): YamlNode {
  if (properties !== undefined) apply(c, properties, node);
  return node;
}

/** A scalar, alias or flow collection. */
export function leafNode(c: Cursor, parent: number): YamlNode {
  switch (c.text.charCodeAt(c.at)) {
    case OPEN_LIST:
    case OPEN_MAP:
      return flowCollection(c, parent);
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
      return quotedScalar(c, parent);
    case STAR:
      return alias(c);
    default:
      return plainScalar(c, parent, false);
  }
}

/** Behind a leaf: goes to a `:` that makes a key of it. */
export function atColon(c: Cursor): boolean {
  skipBlanks(c);
  return c.at < c.length && c.text.charCodeAt(c.at) === COLON && isGap(c.text, c.at + 1);
}

/** Nothing but a comment may stand behind a leaf; the error covers the leaf, as that is what its writer mistook. */
function endOfLeaf(c: Cursor, start: number): void {
  if (toContent(c) || c.at >= c.length || c.lineStart > c.last) return;
  skipRest(c, start, 'Only a comment may follow on this line: is a quote missing?');
}
