import { AMPERSAND, BANG, endsName, GREATER, isGap, LESS } from '../characters.ts';
import { DEEPEST } from '../tree.ts';
import type { YamlNode } from './collections.ts';
import { type Cursor, fail } from './cursor.ts';
import { plainAt, YamlScalar } from './yamlScalar.ts';

/** An anchor, open until its node is read. */
export interface Anchor {
  node: YamlNode | undefined;
  /** Nodes in it, with what its aliases stand for. */
  size: number;
  /** How deep the collections in it are nested. */
  height: number;
  /** `deepest` of the cursor when it was opened. */
  readonly outer: number;
}

/** Tag and anchor, which stand before a node. */
export interface Properties {
  readonly start: number;
  tag: string | undefined;
  anchor: Anchor | undefined;
}

/** A tag or an anchor begins so. */
export function startsProperty(code: number): boolean {
  return code === AMPERSAND || code === BANG;
}

/** Reads one `!tag` or `&anchor` into `properties`. */
export function property(c: Cursor, properties: Properties): void {
  const start = c.at;
  const isTag = c.text.charCodeAt(start) === BANG;
  const end = isTag && c.text.charCodeAt(start + 1) === LESS ? verbatimEnd(c, start) : nameEnd(c, start + 1);
  c.at = end;
  c.last = end;
  if (isTag) {
    if (properties.tag !== undefined) fail(c, start, end, 'This node has a tag already');
    properties.tag = c.text.slice(start, end);
    return;
  }
  const name = c.text.slice(start + 1, end);
  if (properties.anchor === undefined) properties.anchor = openAnchor(c, name);
  else {
    fail(c, start, end, 'This node has an anchor already');
    c.anchors?.set(name, properties.anchor);
  }
}

/** Of a node without tag and anchor. */
export function noProperties(start: number): Properties {
  return { start, tag: undefined, anchor: undefined };
}

/** Gives a node its tag, and makes it known by its anchor. */
export function apply(c: Cursor, properties: Properties, node: YamlNode): void {
  const isAlias = node.span.start < properties.start;
  if (isAlias) fail(c, properties.start, c.last, 'An alias has the tag and anchor of its node');
  else if (properties.tag !== undefined) node.tag = properties.tag;
  const anchor = properties.anchor;
  if (anchor === undefined || anchor.node !== undefined) return;
  anchor.node = node;
  anchor.size = c.size - anchor.size + 1;
  anchor.height = c.deepest - c.depth;
  c.deepest = Math.max(anchor.outer, c.deepest);
}

/** The node that an alias stands for: the very node of the anchor. */
export function alias(c: Cursor): YamlNode {
  const start = c.at;
  const end = nameEnd(c, start + 1);
  c.at = end;
  c.last = end;
  const anchor = c.anchors?.get(c.text.slice(start + 1, end));
  const wrong = anchor === undefined ? 'No anchor has this name' : blocked(c, anchor);
  if (anchor?.node !== undefined && wrong === undefined) {
    c.size += anchor.size;
    c.deepest = Math.max(c.deepest, c.depth + anchor.height);
    return anchor.node;
  }
  fail(c, start, end, wrong ?? 'No anchor has this name');
  return plainAt(c.text, end, end);
}

/** An alias as a key: a scalar of its own, so that the key has its place. */
export function aliasKey(c: Cursor, node: YamlNode, start: number): YamlNode {
  return node instanceof YamlScalar && node.span.start < start ? node.at({ start, end: c.last }) : node;
}

/** Aliases of aliases can make a small file stand for billions of nodes. */
const MOST_SHARED = 200_000;

function blocked(c: Cursor, anchor: Anchor): string | undefined {
  if (anchor.node === undefined) return 'This alias stands inside its own anchor';
  if (c.depth + anchor.height > DEEPEST) return 'This is nested too deeply';
  if (c.shared + anchor.size > MOST_SHARED) return 'The aliases of this file stand for too much';
  c.shared += anchor.size;
  return undefined;
}

function openAnchor(c: Cursor, name: string): Anchor {
  const anchor: Anchor = { node: undefined, size: c.size, height: 0, outer: c.deepest };
  c.deepest = c.depth;
  if (c.anchors === undefined) c.anchors = new Map();
  c.anchors.set(name, anchor);
  return anchor;
}

function nameEnd(c: Cursor, from: number): number {
  let at = from;
  while (!endsName(c.text, at)) at++;
  return at;
}

function verbatimEnd(c: Cursor, start: number): number {
  let at = start;
  while (!isGap(c.text, at) && c.text.charCodeAt(at) !== GREATER) at++;
  return at < c.length && c.text.charCodeAt(at) === GREATER ? at + 1 : at;
}
