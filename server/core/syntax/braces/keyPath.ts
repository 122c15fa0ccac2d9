import { exactScalar } from '../sourceScalar.ts';
import type { MapEntry, Node, Scalar } from '../tree.ts';
import type { BraceCursor } from './braceCursor.ts';

/** Each is a map around the next one, and readers of the tree may follow it by recursion. */
const MOST_PARTS = 32;

/** The entry of a key: of `a.b` it is `a` with a map that holds `b`. */
export function nestedEntry(c: BraceCursor, key: Scalar, value: Node | undefined): MapEntry {
  const parts = c.dialect.dotted && key.style === 'plain' ? partsOf(c, key) : [key];
  const end = value?.span.end ?? key.span.end;
  let [first = key] = parts;
  let inner = value;
  for (let index = parts.length - 1; index > 0; index--) {
    const part = parts[index] ?? key;
    const entries = [{ key: part, value: inner, merged: false }];
    inner = { kind: 'map', span: { start: part.span.start, end }, flow: false, entries };
    first = parts[index - 1] ?? key;
  }
  return { key: first, value: inner, merged: false };
}

function partsOf({ text, dialect }: BraceCursor, { span }: Scalar): readonly Scalar[] {
  const parts: Scalar[] = [];
  let start = span.start;
  let quote = '';
  for (let at = span.start; at <= span.end; at++) {
    const char = text[at] ?? '';
    if (at === span.end || (char === '.' && quote === '' && parts.length < MOST_PARTS)) {
      if (at > start) parts.push(partOf(text, start, at));
      start = at + 1;
    } else if (quote === '' ? dialect.quotes.includes(char) : char === quote) quote = quote === '' ? char : '';
  }
  return parts;
}

function partOf(text: string, start: number, end: number): Scalar {
  const quoted = text[start] === '"' && end - start > 1 && text[end - 1] === '"';
  if (!quoted) return exactScalar(text, { start, end });
  return exactScalar(text, { start: start + 1, end: end - 1 }, { start, end }, 'double');
}
