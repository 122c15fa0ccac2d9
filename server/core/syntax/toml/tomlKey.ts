import {
  CLOSE_LIST,
  CLOSE_MAP,
  COMMA,
  DOT,
  DOUBLE_QUOTE,
  HASH,
  LESS,
  OPEN_LIST,
  OPEN_MAP,
  SINGLE_QUOTE,
  SPACE,
} from '../characters.ts';
import { type LazyScalar, plainScalar } from '../lazyScalar.ts';
import { fail, skipBlanks, type TomlCursor } from './tomlCursor.ts';
import { readLine } from './tomlString.ts';

/** The parts of a dotted key, at least one; a part that is missing is an empty one. */
export function readKey(c: TomlCursor): LazyScalar[] {
  const keys: LazyScalar[] = [];
  for (;;) {
    skipBlanks(c);
    keys.push(keyPart(c));
    const { at } = c;
    skipBlanks(c);
    if (c.text.charCodeAt(c.at) !== DOT) {
      c.at = at;
      return keys;
    }
    c.last = ++c.at;
  }
}

function keyPart(c: TomlCursor): LazyScalar {
  const { text } = c;
  const start = c.at;
  const quote = text.charCodeAt(start);
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) return readLine(c);
  const end = bareEnd(c, start);
  c.at = c.last = end;
  if (end === start) fail(c, start, start + 1, 'A name is missing before this');
  return plainScalar(text, start, end);
}

/** Real names hold more than TOML wants of them, such as `a/b`, and templates. */
function bareEnd(c: TomlCursor, start: number): number {
  const { text, length, templates } = c;
  let at = start;
  let odd = false;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (isBare(code)) continue;
    if (code <= SPACE || endsBare(code)) break;
    if (code === OPEN_MAP || code === LESS || code === DOLLAR) {
      const end = templates.end(at);
      if (end >= 0) {
        at = end - 1;
        continue;
      }
      if (code === OPEN_MAP) break;
    }
    odd = true;
  }
  if (odd) fail(c, start, at, 'This name needs quotes');
  return at;
}

/** https://toml.io/en/v1.0.0#keys */
export function isBare(code: number): boolean {
  if (code >= 97) return code <= 122;
  if (code >= 65) return code <= 90 || code === 95;
  return (code >= 48 && code <= 57) || code === 45;
}

function endsBare(code: number): boolean {
  return (
    code === DOT ||
    code === HASH ||
    code === EQUALS ||
    code === OPEN_LIST ||
    code === CLOSE_LIST ||
    code === CLOSE_MAP ||
    code === COMMA ||
    code === DOUBLE_QUOTE ||
    code === SINGLE_QUOTE
  );
}

const DOLLAR = 36;
const EQUALS = 61;
