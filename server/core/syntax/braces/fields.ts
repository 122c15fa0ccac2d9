import { inBrackets } from '../inBrackets.ts';
import { exactScalar } from '../sourceScalar.ts';
import { isControl, templateEnd } from '../templateWords.ts';
import type { ListNode, MapEntry, MapNode, Node, Scalar } from '../tree.ts';
import { type BraceCursor, endsField, opensList, operatorAt, skipSpace, startsComment } from './braceCursor.ts';
import { readKeyWord } from './braceWord.ts';
import { nestedEntry } from './keyPath.ts';
import { readValue } from './value.ts';

/** Reads keys and values up to a closing bracket. */
export function readFields(c: BraceCursor, entries: MapEntry[]): void {
  const { text } = c;
  for (;;) {
    skipSpace(c, true);
    const char = text[c.at];
    if (char === undefined || char === '}' || char === ']' || char === ')') return;
    const template = char === '{' || char === '<' ? templateEnd(c, c.at) : -1;
    if (char === ',' || char === ';') c.at++;
    else if (template >= 0 && (isControl(c, c.at, template) || template === c.lineEnd(c.at))) c.at = template;
    // The braces around a whole file.
    else if (char === '{' && template < 0) for (const entry of readMap(c).entries) entries.push(entry);
    else readField(c, entries);
  }
}

/** The braces at the cursor with what is in them. */
export function readMap(c: BraceCursor): MapNode {
  const start = c.at;
  const entries: MapEntry[] = [];
  inBrackets(c, '}', () => readFields(c, entries));
  return { kind: 'map', span: { start, end: c.at }, flow: true, entries };
}

function readField(c: BraceCursor, entries: MapEntry[]): void {
  const { text, dialect } = c;
  const words = readWords(c);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) {
    c.fail(c.at, c.at + 1, 'A name was expected here');
    c.at++;
    return;
  }
  const whole = words.length === 1 ? first : exactScalar(text, { start: first.span.start, end: last.span.end });
  const operator = operatorAt(c, c.at);
  if (operator !== undefined) {
    c.at += operator.length;
    toNextLine(c, '{[(');
    entries.push(nestedEntry(c, whole, readValue(c)));
    return;
  }
  toNextLine(c, '{');
  const rest = words.slice(1);
  if (text[c.at] === '{') {
    const map = readMap(c);
    if (!dialect.conditions || rest.length === 0) entries.push(nestedEntry(c, whole, map));
    else entries.push({ key: first, value: listOf([...rest, map]), merged: false });
  } else if (opensList(c, c.at)) {
    entries.push(nestedEntry(c, whole, readValue(c)));
  } else entries.push({ key: first, value: restOf(c, rest), merged: false });
}

function readWords(c: BraceCursor): readonly Scalar[] {
  const words: Scalar[] = [];
  for (;;) {
    skipSpace(c, false);
    const { at } = c;
    if (endsField(c, at) || operatorAt(c, at) !== undefined || startsComment(c, at)) return words;
    if (opensList(c, at) && !c.dialect.conditions) return words;
    const word = readKeyWord(c);
    if (!word) return words;
    words.push(word);
  }
}

/** A block or a list may begin on the line behind its key. */
function toNextLine(c: BraceCursor, openers: string): void {
  const { at, comments } = c;
  const known = comments.length;
  skipSpace(c, true);
  const char = c.text[c.at];
  if (char !== undefined && openers.includes(char) && templateEnd(c, c.at) < 0) return;
  comments.length = known;
  c.at = at;
}

/** What stands behind a key without an operator, as in `port 4222`. */
function restOf({ text, dialect }: BraceCursor, words: readonly Scalar[]): Node | undefined {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return undefined;
  if (dialect.conditions) return listOf(words);
  return words.length === 1 ? first : exactScalar(text, { start: first.span.start, end: last.span.end });
}

function listOf(items: readonly Node[]): ListNode {
  const start = items[0]?.span.start ?? 0;
  return { kind: 'list', span: { start, end: items.at(-1)?.span.end ?? start }, flow: false, items };
}
