import type { TextCursor } from './textCursor.ts';
import type { MapEntry, Tree } from './tree.ts';

/** A whole text as one map, which `readInside` reads up to a bracket that nothing has opened. */
export function bracedText<C extends TextCursor>(c: C, readInside: (c: C, entries: MapEntry[]) => void): Tree {
  const { text } = c;
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  c.at = start;
  const entries: MapEntry[] = [];
  for (;;) {
    readInside(c, entries);
    if (c.at >= text.length) break;
    c.fail(c.at, c.at + 1, 'No block is open here');
    c.at++;
  }
  const span = { start, end: text.length };
  return { documents: [{ kind: 'map', span, flow: false, entries }], comments: c.comments, errors: c.errors };
}

const BYTE_ORDER_MARK = 0xfeff;
