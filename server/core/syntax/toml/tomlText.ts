import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { BACKSLASH, isBlank, isLineEnd } from '../characters.ts';
import { MappedBuilder } from '../mappedBuilder.ts';

/** The value of a text in double quotes, its escapes resolved. https://toml.io/en/v1.0.0#string */
export function tomlText(source: string, inner: Span): Mapped {
  const builder = new MappedBuilder(source);
  let from = inner.start;
  let at = from;
  while (at < inner.end) {
    if (source.charCodeAt(at) !== BACKSLASH) {
      at++;
      continue;
    }
    const joined = joinEnd(source, at, inner.end);
    const end = joined < 0 ? escapeEnd(source, at) : joined;
    const text = joined < 0 ? escaped(source, at, end) : '';
    if (text === undefined || end > inner.end) {
      at++;
      continue;
    }
    builder.keep(from, at);
    builder.put(text, at, end);
    from = at = end;
  }
  builder.keep(from, inner.end);
  return builder.build(inner);
}

/** A backslash at the end of a line takes away what is blank up to the next text. -1 where it is none such. */
function joinEnd(source: string, start: number, end: number): number {
  let at = start + 1;
  let breaks = 0;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (isLineEnd(code)) breaks++;
    else if (!isBlank(code)) break;
  }
  return breaks > 0 ? at : -1;
}

function escapeEnd(source: string, at: number): number {
  return at + 2 + (DIGITS[source.charAt(at + 1)] ?? 0);
}

/** What the escape stands for; undefined where TOML knows none such, and it stays as it is written. */
function escaped(source: string, start: number, end: number): string | undefined {
  const letter = source.charAt(start + 1);
  const digits = DIGITS[letter];
  if (digits === undefined) return LETTERS[letter];
  const hex = source.slice(start + 2, end);
  const code = hex.length === digits && /^[\da-f]*$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : undefined;
}

const LAST_CODE_POINT = 0x10ffff;

const DIGITS: Readonly<Record<string, number>> = { __proto__: null, x: 2, u: 4, U: 8 } as never;

const LETTERS: Readonly<Record<string, string>> = {
  __proto__: null,
  '"': '"',
  '\\': '\\',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
} as never;
