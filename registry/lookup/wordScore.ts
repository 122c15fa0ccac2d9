import { type PortRange, sizeOf } from '../port.ts';
import { isEnd, isLetter } from './fold.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './searchIndex.ts';
import type { SearchText } from './searchText.ts';

/** What it is worth to find a word at a place, out of 100. */
export const WORTH = {
  whole: 100,
  spelling: 98,
  beginningWord: 84,
  beginning: 76,
  word: 74,
  wordBeginning: 64,
  initials: 66,
  inside: 44,
  detailWord: 40,
  detail: 32,
  numberBeginning: 50,
  inRange: 60,
  inWideRange: 30,
} as const;

/** What each entry is worth for a word: 0 where it is not found there. */
export function wordScores(index: SearchIndex, { text, ports }: QueryWord): Uint8Array {
  const scores = new Uint8Array(index.count);
  if (ports !== undefined) scoreNumbers(index, ports, scores);
  scoreText(index, text, scores, 0);
  return scores;
}

/** Raises the scores of the entries that hold a text; `less` is taken off for a text that was not quite typed. */
export function scoreText(index: SearchIndex, text: string, scores: Uint8Array, less: number): void {
  eachText(index, scores, (searched, own) => {
    if (text.length === 1) scoreLetter(searched, text.charCodeAt(0), own);
    else scan(searched, text, own, less);
  });
}

/** The texts with their part of the scores. */
export function eachText(
  { texts }: SearchIndex,
  scores: Uint8Array,
  visit: (text: SearchText, scores: Uint8Array) => void,
): void {
  let base = 0;
  for (const text of texts) {
    visit(text, scores.subarray(base, base + text.count));
    base += text.count;
  }
}

/** One letter is in every line: it counts where a name begins. */
function scoreLetter({ text, count, nameStarts }: SearchText, letter: number, scores: Uint8Array): void {
  const starts = nameStarts();
  for (let line = 0; line < count; line++) {
    const start = starts[line] ?? 0;
    if (text.charCodeAt(start) === letter) scores[line] = nameWorth(text, start, 1);
  }
}

function scan({ text, starts, columns }: SearchText, wanted: string, scores: Uint8Array, less: number): void {
  let line = 0;
  let column = 0;
  let counted = 0;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    while ((starts[line + 1] ?? text.length) <= at) line++;
    if (counted < (starts[line] ?? 0)) {
      counted = starts[line] ?? 0;
      column = 0;
    }
    for (; counted < at; counted++) if (text.charCodeAt(counted) === TAB) column++;
    const field = columns[column];
    const worth = field === undefined ? 0 : WORTH_IN[field](text, at, wanted.length);
    if (worth - less > (scores[line] ?? 0)) scores[line] = worth - less;
  }
}

const WORTH_IN = { name: nameWorth, spellings: spellingWorth, detail: detailWorth } as const;

function nameWorth(text: string, at: number, length: number): number {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + length);
  if (isEnd(before)) return isEnd(after) ? WORTH.whole : isLetter(after) ? WORTH.beginning : WORTH.beginningWord;
  if (!isLetter(before) && isMaker(text, at))
    return isEnd(after) ? WORTH.whole : isLetter(after) ? WORTH.beginning : WORTH.beginningWord;
  if (!isLetter(before)) return isLetter(after) ? WORTH.wordBeginning : WORTH.word;
  // `ip` is in half of all names.
  return length > 2 ? WORTH.inside : 0;
}

/** Nobody types the maker's name first: `kafka` is Apache Kafka before it is Kafka Connect. */
function isMaker(text: string, at: number): boolean {
  const start = text.lastIndexOf('\t', at) + 1;
  return at - start <= LONGEST_MAKER + 1 && MAKERS.has(text.slice(start, at - 1));
}

const MAKERS: ReadonlySet<string> = new Set(['apache', 'eclipse', 'google', 'ibm', 'microsoft', 'oracle']);
const LONGEST_MAKER = 9;

/** An image or an alias as a whole, the last part of an image, or any word of them. */
function spellingWorth(text: string, at: number, length: number): number {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + length);
  const ends = after === BLANK || isEnd(after);
  if (isEnd(before) || before === BLANK) return ends ? WORTH.spelling : WORTH.wordBeginning;
  if (isLetter(before)) return 0;
  return ends ? WORTH.word : WORTH.inside;
}

function detailWorth(text: string, at: number, length: number): number {
  if (isLetter(text.charCodeAt(at - 1))) return 0;
  return isLetter(text.charCodeAt(at + length)) ? WORTH.detail : WORTH.detailWord;
}

const TAB = 9;
const BLANK = 32;

function scoreNumbers(index: SearchIndex, { first, last }: PortRange, scores: Uint8Array): void {
  const numbers = index.numbers();
  for (let entry = 0; entry < index.count; entry++) {
    const from = numbers.first[entry] ?? 0;
    const to = numbers.last[entry] ?? 0;
    scores[entry] = first === last ? numberWorth(first, from, to) : overlapWorth({ first, last }, from, to);
  }
}

function numberWorth(wanted: number, from: number, to: number): number {
  if (wanted === from) return wanted === to ? WORTH.whole : WORTH.spelling;
  if (from < wanted && wanted <= to) return to - from > 100 ? WORTH.inWideRange : WORTH.inRange;
  for (let number = Math.floor(from / 10); number >= wanted && wanted > 0; number = Math.floor(number / 10)) {
    if (number === wanted) return WORTH.numberBeginning;
  }
  return 0;
}

function overlapWorth(wanted: PortRange, from: number, to: number): number {
  if (from === wanted.first && to === wanted.last) return WORTH.whole;
  if (from > wanted.last || to < wanted.first) return 0;
  return to - from > sizeOf(wanted) + 100 ? WORTH.inWideRange : WORTH.inRange;
}
