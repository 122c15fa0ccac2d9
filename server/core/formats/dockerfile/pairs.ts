import type { Escape } from '../../syntax/dockerWords.ts';
import { splitWords, unquote } from '../../syntax/dockerWords.ts';
import { type Mapped, slice } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';

/** One name of `ENV` or `ARG`. */
export interface Pair {
  readonly name: string;
  readonly nameSpan: Span;
  /** Without quotes; undefined where an `ARG` has no default. */
  readonly value: Mapped | undefined;
}

/** `ENV a=1 b="2 3"`, the old `ENV a 1 2`, and `ARG a=1 b`. https://docs.docker.com/reference/dockerfile/#env */
export function readPairs(keyword: 'ENV' | 'ARG', args: Mapped, escapeChar: Escape): readonly Pair[] {
  const words = splitWords(args, escapeChar).map(({ start, length }) => ({ start, end: start + length }));
  const [first] = words;
  if (keyword === 'ENV' && first && !args.text.slice(first.start, first.end).includes('=')) {
    const value = words[1] && slice(args, words[1].start, args.text.length);
    return [pairOf(slice(args, first.start, first.end), value, escapeChar)];
  }
  return words.map(({ start, end }) => {
    const word = slice(args, start, end);
    const equals = word.text.indexOf('=');
    if (equals < 0) return pairOf(word, undefined, escapeChar);
    return pairOf(slice(word, 0, equals), slice(word, equals + 1, word.text.length), escapeChar);
  });
}

function pairOf(name: Mapped, value: Mapped | undefined, escapeChar: Escape): Pair {
  return { name: unquote(name, escapeChar).text, nameSpan: name.span, value: value && unquote(value, escapeChar) };
}
