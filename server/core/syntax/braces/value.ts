import { concat, verbatim } from '../../text/mapped.ts';
import { inBrackets } from '../inBrackets.ts';
import { exactScalar, mappedScalar } from '../sourceScalar.ts';
import { templateEnd } from '../templateWords.ts';
import type { MapEntry, Node, Scalar } from '../tree.ts';
import { type BraceCursor, endsField, opensList, skipSpace, startsComment } from './braceCursor.ts';
import { readBare, readQuoted } from './braceWord.ts';
import { readMap } from './fields.ts';

/** The value at the cursor, of all its parts on this line; undefined where there is none. */
export function readValue(c: BraceCursor): Node | undefined {
  const { text, dialect } = c;
  const parts: Node[] = [];
  for (;;) {
    skipSpace(c, false);
    if (endsField(c, c.at) || startsComment(c, c.at)) break;
    const map = text[c.at] === '{' && templateEnd(c, c.at) < 0;
    if (dialect.oneWord && parts.length > 0 && !(map && parts.length === 1)) break;
    const part = map ? readMap(c) : opensList(c, c.at) ? readList(c) : (readQuoted(c) ?? readBare(c));
    if (!part) break;
    parts.push(part);
  }
  const [only, another] = parts;
  return another ? joined(c, parts) : only;
}

/** `"a" "b"`, `${base} { … }`, `{ … } { … }` */
function joined({ text, dialect }: BraceCursor, parts: readonly Node[]): Node {
  const span = { start: parts[0]?.span.start ?? 0, end: parts.at(-1)?.span.end ?? 0 };
  const scalars = parts.filter(part => part.kind === 'scalar');
  if (scalars.length === parts.length) return joinedText(text, scalars);
  const maps = parts.filter(part => part.kind === 'map');
  const [first, second] = parts.filter(part => part.kind !== 'scalar');
  if (dialect.conditions) return { kind: 'list', span, flow: false, items: parts };
  if (first && !second) return first;
  if (maps.length + scalars.length === parts.length) {
    return { kind: 'map', span, flow: true, entries: maps.flatMap(map => map.entries) };
  }
  return { kind: 'list', span, flow: false, items: parts };
}

function joinedText(text: string, parts: readonly Scalar[]): Scalar {
  const pieces = parts.flatMap(({ mapped, span }, index) => {
    const before = parts[index - 1]?.span.end ?? span.start;
    return [verbatim(text, { start: before, end: span.start }), mapped];
  });
  const span = { start: parts[0]?.span.start ?? 0, end: parts.at(-1)?.span.end ?? 0 };
  return mappedScalar(concat(pieces, span), span);
}

/** The brackets at the cursor. With `"key" => value` in them they are a map. */
function readList(c: BraceCursor): Node {
  const { text, at: start } = c;
  const close = text[start] === '(' ? ')' : ']';
  const items: Node[] = [];
  const entries: MapEntry[] = [];
  inBrackets(c, close, () => {
    while (readItem(c, items, entries));
  });
  const span = { start, end: c.at };
  if (entries.length === 0) return { kind: 'list', span, flow: true, items };
  for (const item of items) {
    entries.push({
      key: exactScalar(text, { start: item.span.start, end: item.span.start }),
      value: item,
      merged: false,
    });
  }
  return { kind: 'map', span, flow: true, entries };
}

/** False at the end of the list. */
function readItem(c: BraceCursor, items: Node[], entries: MapEntry[]): boolean {
  const { text } = c;
  skipSpace(c, true);
  const char = text[c.at];
  if (char === ',' || char === ';') {
    c.at++;
    return true;
  }
  if (endsField(c, c.at)) return false;
  const { at } = c;
  const item = readValue(c);
  skipSpace(c, true);
  if (item?.kind === 'scalar' && text.startsWith('=>', c.at)) {
    c.at += 2;
    skipSpace(c, true);
    entries.push({ key: item, value: readValue(c), merged: false });
  } else if (item) items.push(item);
  else c.at = Math.max(c.at, at + 1);
  return true;
}
