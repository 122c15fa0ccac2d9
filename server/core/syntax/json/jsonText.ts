import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { afterBreak, BACKSLASH, isLineEnd } from '../characters.ts';
import { MappedBuilder } from '../mappedBuilder.ts';

/** The value of a text in quotes, its escapes resolved. https://spec.json5.org/#strings */
export function jsonText(source: string, inner: Span): Mapped {
  const builder = new MappedBuilder(source);
  let from = inner.start;
  let at = from;
  while (at < inner.end) {
    if (source.charCodeAt(at) !== BACKSLASH) {
      at++;
      continue;
    }
    builder.keep(from, at);
    from = at;
    at = Math.min(escapeEnd(source, at), inner.end);
    builder.put(escaped(source, from, at), from, at);
    from = at;
  }
  builder.keep(from, inner.end);
  return builder.build(inner);
}

function escapeEnd(source: string, at: number): number {
  const letter = source.charAt(at + 1);
  const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
  if (digits > 0 && isHex(source.slice(at + 2, at + 2 + digits), digits)) return at + 2 + digits;
  return isLineEnd(source.charCodeAt(at + 1)) ? afterBreak(source, at + 1) : at + 2;
}

/** What the escape from `start` to `end` stands for. A letter that means nothing stands for itself. */
function escaped(source: string, start: number, end: number): string {
  if (end - start > 2 && !isLineEnd(source.charCodeAt(start + 1))) {
    return String.fromCharCode(Number.parseInt(source.slice(start + 2, end), 16));
  }
  const letter = source.slice(start + 1, end);
  return LETTERS[letter] ?? letter;
}

function isHex(text: string, length: number): boolean {
  return text.length === length && /^[\da-f]*$/i.test(text);
}

const LETTERS: Readonly<Record<string, string>> = {
  __proto__: null,
  '0': '\0',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  // A backslash at the end of a line joins the lines.
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
  '': '\\',
} as never;
