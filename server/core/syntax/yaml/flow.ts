import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  isFlowIndicator,
  isGap,
  OPEN_LIST,
  OPEN_MAP,
  QUESTION,
  SINGLE_QUOTE,
  STAR,
} from '../characters.ts';
import type { MapEntry, Node } from '../tree.ts';
import { YamlList, type YamlNode } from './collections.ts';
import { type Cursor, fail, toContent } from './cursor.ts';
import { enter, leave, skipBrackets } from './depth.ts';
import { looksLikeBlock } from './looksLikeBlock.ts';
import { addEntry, finishMap } from './mapEntries.ts';
import { plainScalar } from './plain.ts';
import { alias, apply, noProperties, property, startsProperty } from './properties.ts';
import { quotedScalar } from './quoted.ts';
import { plainAt } from './yamlScalar.ts';

/** `[...]` or `{...}`. `indent` is the column of the block around it, which its lines should exceed. */
export function flowCollection(c: Cursor, indent: number): YamlNode {
  const start = c.at;
  const isList = c.text.charCodeAt(start) === OPEN_LIST;
  if (!enter(c, start)) return skipBrackets(c);
  c.at++;
  c.last = c.at;
  const items: Node[] = [];
  const entries: MapEntry[] = [];
  let separated = true;
  for (;;) {
    if (!toFlow(c, indent)) {
      unclosed(c, start);
      break;
    }
    const code = c.text.charCodeAt(c.at);
    if (code === COMMA) {
      if (separated) fail(c, c.at, c.at + 1, 'Nothing stands before this comma');
      separated = true;
      c.last = ++c.at;
    } else if (code === CLOSE_LIST || code === CLOSE_MAP) {
      if ((code === CLOSE_LIST) !== isList) fail(c, c.at, c.at + 1, 'This bracket closes none of its kind');
      c.last = ++c.at;
      break;
    } else {
      if (!separated) fail(c, c.at, c.at + 1, 'A comma is missing before this');
      separated = false;
      if (isList) items.push(listItem(c, indent));
      else mapEntry(c, indent, entries);
    }
  }
  leave(c);
  return isList ? new YamlList(start, c.last, true, items) : finishMap(c, start, true, entries);
}

/**
 * Goes to the next content between brackets. False at the end of the document, and where a line reads as block content
 * because a bracket was forgotten; it stays false there.
 */
function toFlow(c: Cursor, indent: number): boolean {
  if (c.flowEnd === c.at) return false;
  const crossed = toContent(c);
  if (c.column > indent || (c.column >= 0 && !(crossed && looksLikeBlock(c.text, c.at)))) return true;
  c.flowEnd = c.at;
  return false;
}

function unclosed(c: Cursor, start: number): void {
  if (c.unclosedAt !== c.at) fail(c, start, start + 1, 'This bracket is not closed');
  c.unclosedAt = c.at;
}

function listItem(c: Cursor, indent: number): Node {
  const start = c.at;
  const entries: MapEntry[] = [];
  if (isExplicit(c)) {
    mapEntry(c, indent, entries);
    return finishMap(c, start, true, entries);
  }
  const node = flowNode(c, indent);
  if (!atValue(c, indent, node)) return node;
  pairValue(c, indent, node, entries);
  return finishMap(c, start, true, entries);
}

function mapEntry(c: Cursor, indent: number, entries: MapEntry[]): void {
  const explicit = isExplicit(c);
  if (explicit) {
    c.last = ++c.at;
    toFlow(c, indent);
  }
  const key = flowNode(c, indent);
  if (atValue(c, indent, key)) pairValue(c, indent, key, entries);
  else addEntry(c, entries, key, undefined);
}

function isExplicit(c: Cursor): boolean {
  return c.text.charCodeAt(c.at) === QUESTION && isGap(c.text, c.at + 1);
}

/** At the `:` behind a key; behind a quote or a bracket no blank need follow it. */
function atValue(c: Cursor, indent: number, key: YamlNode): boolean {
  if (!toFlow(c, indent) || c.text.charCodeAt(c.at) !== COLON) return false;
  if (isGap(c.text, c.at + 1) || isFlowIndicator(c.text.charCodeAt(c.at + 1))) return true;
  return key.kind !== 'scalar' || key.style !== 'plain';
}

function pairValue(c: Cursor, indent: number, key: YamlNode, entries: MapEntry[]): void {
  c.last = ++c.at;
  const empty = !toFlow(c, indent) || endsEntry(c);
  addEntry(c, entries, key, empty ? undefined : flowNode(c, indent));
}

function endsEntry(c: Cursor): boolean {
  const code = c.text.charCodeAt(c.at);
  return code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP;
}

function flowNode(c: Cursor, indent: number): YamlNode {
  if (!startsProperty(c.text.charCodeAt(c.at))) return flowContent(c, indent);
  const properties = noProperties(c.at);
  while (startsProperty(c.text.charCodeAt(c.at))) {
    property(c, properties);
    if (!toFlow(c, indent)) break;
  }
  const node = flowContent(c, indent);
  apply(c, properties, node);
  return node;
}

function flowContent(c: Cursor, indent: number): YamlNode {
  switch (c.flowEnd === c.at ? -1 : c.text.charCodeAt(c.at)) {
    case OPEN_LIST:
    case OPEN_MAP:
      return flowCollection(c, indent);
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
      return quotedScalar(c, indent);
    case STAR:
      return alias(c);
    case -1:
    case COMMA:
    case CLOSE_LIST:
    case CLOSE_MAP:
      return plainAt(c.text, c.last, c.last);
    default:
      return plainScalar(c, indent, true);
  }
}
