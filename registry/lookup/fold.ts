/** Small letters. Every character stays at its place, so an offset is one in the text itself. */
export function fold(text: string): string {
  // This one would become two.
  return text.replaceAll('\u0130', 'I').toLowerCase();
}

/** The words of a folded text: what stands between all but letters, digits, `+` and `#`. */
export function wordsIn(folded: string): readonly string[] {
  return folded.split(/[^a-z0-9+#]+/).filter(word => word !== '');
}

/** True for what ends a cell of a table: a tab, a line break, or the end of the text. */
export function isEnd(code: number): boolean {
  return code === 9 || code === 10 || Number.isNaN(code);
}

/** True for what a word is made of; `+` and `#` end one, as in `c++`. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
