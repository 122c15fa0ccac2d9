import { COLON } from '../characters.ts';
import type { LazyScalar } from '../lazyScalar.ts';
import { fail, type JsonCursor, toContent } from './jsonCursor.ts';

/** Behind a scalar: a colon follows. */
export function isKey(c: JsonCursor): boolean {
  toContent(c);
  return c.text.charCodeAt(c.at) === COLON;
}

export function stray(c: JsonCursor): void {
  fail(c, c.at, c.at + 1, 'Nothing is open that this could belong to');
  c.at++;
}

export function comma(c: JsonCursor, separated: boolean): void {
  if (separated) fail(c, c.at, c.at + 1, 'Nothing stands before this comma');
  c.last = ++c.at;
}

export function takePending(c: JsonCursor): LazyScalar | undefined {
  const { pending } = c;
  c.pending = undefined;
  return pending;
}
