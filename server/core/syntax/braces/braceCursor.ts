import { isBlank, isGap, isLineEnd, TextCursor } from '../textCursor.ts';
import type { BraceDialect } from './braceDialect.ts';

export class BraceCursor extends TextCursor {
  readonly dialect: BraceDialect;
  /** Maps and lists around the cursor. */
  depth = 0;

  constructor(text: string, dialect: BraceDialect) {
    super(text);
    this.dialect = dialect;
  }
}

export const DEEPEST = 200;

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

export function endsField({ text }: BraceCursor, at: number): boolean {
  const char = text[at];
  return char === undefined || isLineEnd(char) || ',;}])'.includes(char);
}

export function opensList({ text, dialect }: BraceCursor, at: number): boolean {
  return text[at] === '[' ? !isAddress(text, at) : dialect.round && text[at] === '(';
}

/** `[::1]:4222` is no list. */
function isAddress(text: string, at: number): boolean {
  let end = at + 1;
  while (/[0-9a-fA-F:.%]/.test(text[end] ?? ' ')) end++;
  return end > at + 2 && text[end] === ']' && text[end + 1] === ':';
}

/** Goes over brackets that are nested too deeply, without a look at what is in them. */
export function skipBrackets(c: BraceCursor): void {
  const { text } = c;
  c.fail(c.at, c.at + 1, 'This is nested too deeply');
  let open = 0;
  for (; c.at < text.length; c.at++) {
    const char = text[c.at] ?? '';
    if ('([{'.includes(char)) open++;
    else if (')]}'.includes(char) && --open <= 0) break;
  }
  c.at = Math.min(c.at + 1, text.length);
}
