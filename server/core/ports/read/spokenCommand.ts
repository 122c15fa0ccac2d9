import { type Mapped, slice } from '../../text/mapped.ts';
import { readWord, settings } from './commandFlags.ts';
import type { CommandPort } from './commandValue.ts';

/** `echo "DB_PORT=3306" >> "$GITHUB_ENV"` sets a variable, and `for port in 8080 8081` goes through its values. */
export function readSpoken(program: string, words: readonly Mapped[]): readonly CommandPort[] {
  if (program === 'echo' || program === 'printf')
    return words.flatMap(word => (SETTING.test(word.text) ? readWord(word) : []));
  if (program === 'sed') return words.flatMap(readReplacement);
  if (program !== 'for' || words[2]?.text !== 'in') return [];
  return words.slice(3).flatMap(word => settings(words[1]?.text ?? '', word, word));
}

/** The text that `s|DB_PORT=.*|DB_PORT=3307|` of sed puts in place, where it sets something. */
function readReplacement(word: Mapped): readonly CommandPort[] {
  const { text } = word;
  const between = text.charAt(1);
  if (!text.startsWith('s') || /[\w\s\\]/.test(between)) return [];
  const from = text.indexOf(between, 2) + 1;
  const to = from > 0 ? text.indexOf(between, from) : -1;
  const [head, name = ''] = to < 0 ? [] : (/^([\w.-]{1,100})\s?[=:]\s?/.exec(text.slice(from, to)) ?? []);
  return head === undefined ? [] : settings(name, slice(word, from + head.length, to), word);
}

/** A name as variables have it, with a value without blanks. */
const SETTING = /^[A-Z_][A-Z\d_]*=\S+$/;
