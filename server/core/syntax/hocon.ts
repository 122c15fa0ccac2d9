import { BraceCursor } from './braces/braceCursor.ts';
import { type BraceDialect, HOCON } from './braces/braceDialect.ts';
import { readFields } from './braces/fields.ts';
import type { MapEntry, Tree } from './tree.ts';

/** HOCON, as of Akka and Play. https://github.com/lightbend/config/blob/main/HOCON.md */
export function readHocon(text: string): Tree {
  return readBraces(text, HOCON);
}

/** Files of keys and values with braces around maps, of which HOCON is one. */
export function readBraces(text: string, dialect: BraceDialect): Tree {
  const c = new BraceCursor(text, dialect);
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  c.at = start;
  const entries: MapEntry[] = [];
  for (;;) {
    readFields(c, entries);
    if (c.at >= text.length) break;
    c.fail(c.at, c.at + 1, 'No block is open here');
    c.at++;
  }
  const span = { start, end: text.length };
  return { documents: [{ kind: 'map', span, flow: false, entries }], comments: c.comments, errors: c.errors };
}

const BYTE_ORDER_MARK = 0xfeff;
