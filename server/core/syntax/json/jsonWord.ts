import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  LESS,
  OPEN_LIST,
  OPEN_MAP,
  SPACE,
  STAR,
} from '../characters.ts';
import { type LazyScalar, plainScalar } from '../lazyScalar.ts';
import { fail, type JsonCursor } from './jsonCursor.ts';

/** A number, a name or a template without quotes, up to what ends it. At least one character is read. */
export function readWord(c: JsonCursor): LazyScalar {
  const { text, length, templates } = c;
  const start = c.at;
  let url = false;
  let at = start;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code === COMMA || code === CLOSE_MAP || code === CLOSE_LIST) break;
    if (code > LAST_OF_DIGITS_AND_SIGNS && code < OPEN_LIST && code !== LESS) {
      // `http://x:80` without quotes is one word.
      if (code === COLON && !url) {
        url = text.startsWith('://', at);
        if (!url) break;
        at += 2;
      }
      at++;
      continue;
    }
    if (code === DOUBLE_QUOTE || code === OPEN_LIST) break;
    if (code === SLASH && startsComment(text.charCodeAt(at + 1))) break;
    if (code === OPEN_MAP || code === LESS || code === HASH || code === DOLLAR || code === OPEN_ROUND) {
      if (templates.statementEnd(at) >= 0) break;
      const end = templates.end(at);
      if (end < 0 && code === OPEN_MAP) break;
      at = end < 0 ? at + 1 : end;
    } else at++;
  }
  c.at = c.last = Math.max(at, start + 1);
  return plainScalar(text, start, c.at);
}

/** A word as a value: JSON5 has numbers and a few names, and templates may stand for anything. */
export function readWordValue(c: JsonCursor): LazyScalar {
  const word = readWord(c);
  const { start, end } = word.span;
  const code = c.text.charCodeAt(start);
  const isNumber = code >= 43 && code <= 57;
  const isPlaceholder = PLACEHOLDER.test(c.text.charAt(start)) || isTemplate(c, start);
  if (!isNumber && !isPlaceholder && !NAMES.has(c.text.slice(start, end))) fail(c, start, end, 'A text needs quotes');
  return word;
}

export function isTemplate(c: JsonCursor, at: number): boolean {
  const code = c.text.charCodeAt(at);
  return (code === OPEN_MAP || code === LESS || code === HASH || code === DOLLAR) && c.templates.end(at) >= 0;
}

const NAMES: ReadonlySet<string> = new Set(['true', 'false', 'null', 'NaN', 'Infinity', 'undefined']);

/** `@PORT@`, `%PORT%`, `__PORT__`, `$PORT`, `<port>` */
const PLACEHOLDER = /[@%_$<]/;

const DOLLAR = 36;
const OPEN_ROUND = 40;
const SLASH = 47;
const LAST_OF_DIGITS_AND_SIGNS = 47;

function startsComment(code: number): boolean {
  return code === SLASH || code === STAR;
}
