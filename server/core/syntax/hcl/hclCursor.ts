import { isBlank, isLineEnd, TextCursor } from '../textCursor.ts';

/** Where the reader of a text in HCL stands. */
export class HclCursor extends TextCursor {
  /** Interpolations of several lines that did not end. Looking on for each of many would take too long. */
  unclosed = 0;
}

/** Goes over blanks and comments, and over line ends where `lines` says so. */
export function skipSpace(c: HclCursor, lines: boolean): void {
  const { text } = c;
  for (;;) {
    const char = text[c.at];
    if (isBlank(char) || (lines && isLineEnd(char))) c.at++;
    else if (!skipComment(c, lines)) return;
  }
}

/** Goes over the comment at the cursor. Only one between stars may stand within a line. */
export function skipComment(c: HclCursor, lines: boolean): boolean {
  const { text, at } = c;
  if (text.startsWith('/*', at)) c.skipComment('/*', '*/');
  else if (lines && (text[at] === '#' || text.startsWith('//', at))) c.skipComment('#', undefined);
  else return false;
  return true;
}

/** A character of a name, which may be a letter of any language. */
export function isName(char: string | undefined): boolean {
  return char !== undefined && (/[\w-]/.test(char) || char > '\u00bf');
}

/** The end of the name at `at`; `at` itself where there is none. */
export function nameEnd(text: string, at: number): number {
  let end = at;
  while (isName(text[end])) end++;
  return end;
}
