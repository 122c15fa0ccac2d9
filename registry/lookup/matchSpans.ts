import type { Match } from '../entry.ts';
import { fold } from './fold.ts';

/** Where the texts stand in a name, at the beginning of a word if they can; apart from each other, in their order. */
export function spansOf(name: string, texts: readonly string[]): Match['spans'] {
  const folded = fold(name);
  const found = texts
    .flatMap(text => {
      if (text === '') return [];
      const atWord = ` ${folded}`.indexOf(` ${text}`);
      const start = atWord === -1 ? folded.indexOf(text) : atWord;
      return start === -1 ? [] : [{ start, end: start + text.length }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: { start: number; end: number }[] = [];
  for (const span of found) {
    const last = apart.at(-1);
    if (last === undefined || span.start > last.end) apart.push(span);
    else last.end = Math.max(last.end, span.end);
  }
  return apart;
}
