import { type Mapped, slice } from '../../text/mapped.ts';
import { readWord, settings } from './commandFlags.ts';
import { type CommandPort, readPlace } from './commandValue.ts';
import { namesPort, settingWords } from './settingName.ts';

/** `echo "DB_PORT=3306" >> "$GITHUB_ENV"` sets a variable, and `for port in 8080 8081` goes through its values. */
export function readSpoken(program: string, words: readonly Mapped[]): readonly CommandPort[] {
  if (program === 'echo' || program === 'printf')
    return words.flatMap(word => (SETTING.test(word.text) ? readWord(word) : readLine(word)));
  if (program === 'sed') return words.flatMap(readReplacement);
  if (CAPTURES.test(program)) return words.flatMap((word, index) => readFilter(word, words[index - 1]));
  if (program !== 'for' || words[2]?.text !== 'in') return [];
  return words.slice(3).flatMap(word => settings(words[1]?.text ?? '', word, word));
}

/** A line of some configuration: `echo "xdebug.remote_port = 9000" >> xdebug.ini`. */
function readLine(word: Mapped): readonly CommandPort[] {
  const [head, name = ''] = /^([\w.-]{1,80})\s?=\s?(?=\d{2,5}$)/.exec(word.text) ?? [];
  const isPort = head !== undefined && namesPort(settingWords(name));
  return isPort ? settings(name, slice(word, head.length, word.text.length), word) : [];
}

const CAPTURES = /(?:^|\/)(?:tcpdump|tshark|ngrep|dumpcap)$/;

/** `port 53`, `tcp portrange 8000-8010`. https://www.tcpdump.org/manpages/pcap-filter.7.html */
function readFilter(word: Mapped, before: Mapped | undefined): readonly CommandPort[] {
  if (/^port(?:range)?$/.test(before?.text ?? '')) return readPlace(word, 'label');
  return [...word.text.matchAll(/\bport(?:range)?\s(\d{1,5}(?:-\d{1,5})?)\b/g)].flatMap(
    ({ 0: all, 1: digits = '', index }) =>
      readPlace(slice(word, index + all.length - digits.length, index + all.length), 'label'),
  );
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
