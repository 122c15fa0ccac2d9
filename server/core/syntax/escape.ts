/** What a backslash in double quotes stands for, and how long it is in the source. */
export interface Escape {
  readonly text: string;
  readonly length: number;
}

/** The escape whose backslash is at `at`; undefined where YAML knows none such. */
export function escapeAt(source: string, at: number): Escape | undefined {
  const letter = source.charAt(at + 1);
  const text = LETTERS[letter];
  if (text !== undefined) return { text, length: 2 };
  const digits = DIGITS[letter];
  if (digits === undefined) return undefined;
  let code = 0;
  for (let index = at + 2; index < at + 2 + digits; index++) {
    const digit = hexDigit(source.charCodeAt(index));
    if (digit < 0) return undefined;
    code = code * 16 + digit;
  }
  return code > LAST_CODE_POINT ? undefined : { text: String.fromCodePoint(code), length: 2 + digits };
}

const LAST_CODE_POINT = 0x10ffff;

const DIGITS: Readonly<Record<string, number>> = { __proto__: null, x: 2, u: 4, U: 8 } as never;

// https://yaml.org/spec/1.2.2/#57-escaped-characters
const LETTERS: Readonly<Record<string, string>> = {
  __proto__: null,
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
} as never;

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
