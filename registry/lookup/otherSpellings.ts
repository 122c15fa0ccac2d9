import { isEnd, isLetter } from './fold.ts';
import type { SearchText } from './searchText.ts';
import { WORTH } from './wordScore.ts';

/** Raises the scores of names of several words that are typed in one (`homeassistant`) or by their initials (`npm`). */
export function scoreOtherSpellings({ text, count, nameStarts }: SearchText, typed: string, scores: Uint8Array): void {
  const starts = nameStarts();
  for (let line = 0; line < count; line++) {
    const start = starts[line] ?? 0;
    const worth = isJoined(text, start, typed) ? WORTH.spelling : isInitials(text, start, typed) ? WORTH.initials : 0;
    if (worth > (scores[line] ?? 0)) scores[line] = worth;
  }
}

/** The letters of the name are those of `typed`, whatever stands between them. */
function isJoined(text: string, start: number, typed: string): boolean {
  let found = 0;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (isEnd(code)) return found === typed.length && at - start > found;
    if (!isLetter(code)) continue;
    if (code !== typed.charCodeAt(found)) return false;
    found++;
  }
}

function isInitials(text: string, start: number, typed: string): boolean {
  if (text.charCodeAt(start) !== typed.charCodeAt(0)) return false;
  let found = 0;
  let isInside = false;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (isEnd(code)) return found === typed.length && found > 1;
    const isWord = isLetter(code);
    if (isWord && !isInside && code !== typed.charCodeAt(found++)) return false;
    isInside = isWord;
  }
}
