/** White space within a line. */
export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\f';
}

/** The first offset at or behind `from` that is no blank, at the most `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at])) at++;
  return at;
}

/** The end of `[start, end)` without the blanks there. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text[at - 1])) at--;
  return at;
}

/** The offset of the line's end, before its CR. */
export function lineEnd(text: string, from: number): number {
  const lf = text.indexOf('\n', from);
  const end = lf < 0 ? text.length : lf;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line behind the one that ends at `end` begins. */
export function nextLine(text: string, end: number): number {
  const lf = text.indexOf('\n', end);
  return lf < 0 ? text.length : lf + 1;
}
