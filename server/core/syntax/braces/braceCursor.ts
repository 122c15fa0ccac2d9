import { isBlank, isGap, isLineEnd, TextCursor } from '../textCursor.ts';
import type { BraceDialect } from './braceDialect.ts';

/** Where the reader of a text in braces stands, and whose braces they are. */
export class BraceCursor extends TextCursor {
  readonly dialect: BraceDialect;

  constructor(text: string, dialect: BraceDialect) {
    super(text);
    this.dialect = dialect;
  }
}

/** Goes over blanks, and over line ends and comments where `lines` says so. */
export function skipSpace(c: BraceCursor, lines: boolean): void {
  const { text } = c;
  for (;;) {
    const char = text[c.at];
    if (isBlank(char) || (lines && isLineEnd(char))) c.at++;
    else if (lines && startsComment(c, c.at)) {
      const stars = text.startsWith('/*', c.at);
      c.skipComment(stars ? '/*' : '#', stars ? '*/' : undefined);
    } else return;
  }
}

/** The slashes of a URL begin no comment, nor does a number sign inside of a word. */
export function startsComment({ text, dialect }: BraceCursor, at: number): boolean {
  return dialect.comments.some(open => text.startsWith(open, at)) && standsFree(text[at - 1]);
}

function standsFree(before: string | undefined): boolean {
  return isGap(before) || '{}[](),;"\'\ufeff/'.includes(before ?? '');
}

/** The operator at `at` between a key and its value; none where it is part of a comparison. */
export function operatorAt({ text, dialect }: BraceCursor, at: number): string | undefined {
  const operator = dialect.assign.find(candidate => text.startsWith(candidate, at));
  if (operator !== '=') return operator;
  return /[=~]/.test(text[at + 1] ?? '') || /[=!<>~]/.test(text[at - 1] ?? '') ? undefined : operator;
}

/** No word of a field follows: its line or what is around it ends. */
export function endsField({ text }: BraceCursor, at: number): boolean {
  const char = text[at];
  return char === undefined || isLineEnd(char) || ',;}])'.includes(char);
}

/** A bracket that is no part of an address. */
export function opensList({ text, dialect }: BraceCursor, at: number): boolean {
  return text[at] === '[' ? !isAddress(text, at) : dialect.round && text[at] === '(';
}

/** `[::1]:4222` is no list. */
function isAddress(text: string, at: number): boolean {
  let end = at + 1;
  while (/[0-9a-fA-F:.%]/.test(text[end] ?? ' ')) end++;
  return end > at + 2 && text[end] === ']' && text[end + 1] === ':';
}
