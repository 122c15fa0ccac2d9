import type { DocumentFacts } from '../../facts/document.ts';

/** True where the comments at a file's head say that it is for development, a trial or a sample. */
export function saysDevelopment({ text }: DocumentFacts): boolean {
  const head: string[] = [];
  for (const line of text.slice(0, LONGEST).split('\n')) {
    const words = /^\s*#(.*)/.exec(line)?.[1];
    if (words !== undefined) head.push(words);
    else if (!/^\s*(?:$|---|version:|name:)/.test(line)) break;
  }
  return SAID.test(head.join(' ').replace(/[\s#]+/g, ' '));
}

/** In UTF-16 units. */
const LONGEST = 4000;

const SAID = new RegExp(
  [
    String.raw`\b(?:local|for|during|in) (?:\w{1,20} ){0,2}(?:development|dev|testing|tests|demos?|evaluation)\b`,
    String.raw`\b(?:development|dev|test|testing|demo) (?:only|purposes?|environments?|setup|stack|compose|database|instance)\b`,
    String.raw`\b(?:not|never|don'?t)\b[^.]{0,40}\bproduction\b`,
    String.raw`\b(?:example|sample|quick ?start|tutorial)\b`,
  ].join('|'),
  'i',
);
