import { inBrackets } from '../inBrackets.ts';
import { exactScalar } from '../sourceScalar.ts';
import { isControl, templateEnd } from '../templateWords.ts';
import type { MapEntry, MapNode, Node, Scalar } from '../tree.ts';
import { readExpression } from './expression.ts';
import { type HclCursor, nameEnd, skipSpace } from './hclCursor.ts';
import { readString } from './string.ts';

/** Reads attributes and blocks, or the pairs of an object, up to a closing bracket. */
export function readBody(c: HclCursor, entries: MapEntry[]): void {
  const { text } = c;
  for (;;) {
    skipSpace(c, true);
    const char = text[c.at];
    if (char === undefined || char === '}' || char === ']' || char === ')') return;
    const template = char === '{' || char === '<' ? templateEnd(c, c.at) : -1;
    if (char === ',' || char === ';') c.at++;
    else if (template >= 0 && (isControl(c, c.at, template) || template === c.lineEnd(c.at))) c.at = template;
    else readEntry(c, entries);
  }
}

/** The braces at the cursor with what is in them. */
export function readBraces(c: HclCursor): MapNode {
  const start = c.at;
  const entries: MapEntry[] = [];
  inBrackets(c, '}', () => readBody(c, entries));
  return { kind: 'map', span: { start, end: c.at }, flow: true, entries };
}

function readEntry(c: HclCursor, entries: MapEntry[]): void {
  const { text } = c;
  const key = readKey(c);
  if (!key) {
    const start = c.at;
    c.at = Math.max(c.lineEnd(start), start + 1);
    c.fail(start, c.at, 'A name was expected here');
    return;
  }
  skipSpace(c, false);
  const char = text[c.at];
  if ((char === '=' && text[c.at + 1] !== '=') || char === ':') {
    c.at += text.startsWith('=>', c.at) ? 2 : 1;
    entries.push({ key, value: readExpression(c, false), merged: false });
  } else entries.push(readBlock(c, key));
}

/** `type "label" "label" { … }`, of which `type` is read. */
function readBlock(c: HclCursor, type: Scalar): MapEntry {
  const { text } = c;
  const names: Scalar[] = [type];
  while (text[c.at] !== '{') {
    const label = readLabel(c);
    if (!label) break;
    if (names.length < MOST_LABELS) names.push(label);
    skipSpace(c, false);
  }
  let value: Node | undefined;
  if (text[c.at] === '{') value = readBraces(c);
  else {
    c.fail(c.at, c.at, 'A value or a block was expected here');
    if (text[c.at] === '=') c.at++;
  }
  const { at } = c;
  while (names.length > 1) {
    const key = names.pop() ?? type;
    const span = { start: key.span.start, end: at };
    value = { kind: 'map', span, flow: false, entries: [{ key, value, merged: false }] };
  }
  return { key: type, value, merged: false };
}

/** Each is a map around the next one, and readers of the tree may follow it by recursion. */
const MOST_LABELS = 8;

function readLabel(c: HclCursor): Scalar | undefined {
  const { text, at } = c;
  if (text[at] === '"') return readString(c);
  const end = nameEnd(text, at);
  if (end === at) return undefined;
  c.at = end;
  return exactScalar(text, { start: at, end });
}

function readKey(c: HclCursor): Scalar | undefined {
  const { text, at } = c;
  if (text[at] === '"') return readString(c);
  if (text[at] === '(') {
    const end = Math.min(c.find(')', at) + 1, c.lineEnd(at));
    c.at = end;
    return exactScalar(text, { start: at, end });
  }
  let end = nameEnd(text, at);
  // Keys such as `each.key` and `kubernetes.io/name` stand in objects.
  while (end > at && (text[end] === '.' || text[end] === '/') && nameEnd(text, end + 1) > end + 1) {
    end = nameEnd(text, end + 1);
  }
  if (end === at) return undefined;
  c.at = end;
  return exactScalar(text, { start: at, end });
}
