import { type Mapped, slice, UNKNOWN } from '../../text/mapped.ts';
import { findProgram } from './programs.ts';

/** What a word says of a program: a variable without a value is often called after the one that it holds (`$(DOCKER)`). */
export function programIn(word: Mapped): string {
  if (word.text !== UNKNOWN) return word.text;
  const name = word.segments[0]?.variables?.[0]?.name ?? '';
  return name
    .toLowerCase()
    .replace(/_(?:cmd|bin|exe)$/, '')
    .replaceAll('_', '-');
}

/** True of a text that is itself a command of a known program, with a flag and a number. */
export function holdsCommand(value: Mapped): boolean {
  const { text } = value;
  if (!text.includes(' -') || !/\d/.test(text)) return false;
  const end = text.indexOf(' ');
  const rest = text.slice(end + 1, end + LONGEST).split(/\s+/, MOST_WORDS);
  const isKnown = findProgram([programIn(slice(value, 0, end)), ...rest]) !== undefined;
  return isKnown || (text.startsWith(`${UNKNOWN} `) && findProgram(rest) !== undefined);
}

/** More do not choose a program, in words and in characters. */
const MOST_WORDS = 8;
const LONGEST = 500;
