/**
 * The offset after the `))` that closes the `((` at `at`; -1 where it opens no arithmetic. It is kept apart because its
 * `<<` shifts, and starts no here-document.
 */
export function arithmeticEnd(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length && end - at < LONGEST; end++) {
    const char = text.charAt(end);
    if (char === '\n' || (char === ';' && depth < 2)) return -1;
    if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return text.charAt(end - 1) === ')' ? end + 1 : -1;
  }
  return -1;
}

/** In characters: keeps a line full of brackets linear. */
const LONGEST = 300;
