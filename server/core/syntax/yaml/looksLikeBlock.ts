import { COLON, DASH, DOT, isGap } from '../characters.ts';

/**
 * `- x` or `word:` at `at`. Real parsers let quotes and brackets go on at any column, YAML wants them indented; so a
 * line at the wrong column goes on with them unless it reads as the next item or key after a forgotten end.
 */
export function looksLikeBlock(text: string, at: number): boolean {
  let end = at;
  if (text.charCodeAt(at) === DASH && isGap(text, at + 1)) return true;
  while (end < text.length && isWord(text.charCodeAt(end))) end++;
  return end > at && text.charCodeAt(end) === COLON && isGap(text, end + 1);
}

function isWord(code: number): boolean {
  if (code >= 97) return code <= 122;
  if (code >= 65) return code <= 90 || code === 95;
  return (code >= 48 && code <= 57) || code === DASH || code === DOT;
}
