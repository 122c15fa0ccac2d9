import { BREAKS, type Closer, type OpenCommand, type ReadList, type Shell } from './state.ts';
import { readWord } from './word.ts';

/** Reads `>file`, `2>&1`, `<<EOF`, `<<<word`; false where none starts here. */
export function readRedirection(
  shell: Shell,
  command: OpenCommand,
  closer: Closer,
  depth: number,
  readList: ReadList,
): boolean {
  const { text } = shell.source;
  const operator = REDIRECTION.exec(text.slice(shell.at, shell.at + 8))?.[0];
  if (operator === undefined) return false;
  shell.at += operator.length;
  while (text.charAt(shell.at) === ' ' || text.charAt(shell.at) === '\t') shell.at++;
  const next = text.charAt(shell.at);
  if (BREAKS.includes(next) && !/^[<>]\(/.test(text.slice(shell.at, shell.at + 2))) return true;
  const from = shell.at;
  const word = readWord(shell, closer, depth, readList);
  if (OUTPUT.test(operator)) command.output = word;
  else if (HERE.test(operator)) {
    const quoted = /['"\\]/.test(text.slice(from, shell.at));
    shell.waiting.push({ command, end: word.text, quoted, tabs: operator.endsWith('-') });
  }
  return true;
}

const REDIRECTION = /^(?:\d{1,3}|&)?(?:<<<|<<-?|<>|<&|>>|>&|>\||<(?!\()|>(?!\())/;
const OUTPUT = /^(?:1|&)?(?:>>|>\||>)$/;
const HERE = /^\d*<<-?$/;
