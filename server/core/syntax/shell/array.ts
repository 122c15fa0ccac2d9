import { concat, type Mapped, opaque, slice } from '../../text/mapped.ts';
import { BREAKS, type Closer, isContinuation, type ReadList, type Shell } from './state.ts';
import { readWord } from './word.ts';

/** Reads `(80 443)` behind `PORTS=`, and gives its words with blanks between them. */
export function readArray(shell: Shell, closer: Closer, depth: number, readList: ReadList): Mapped {
  const { source } = shell;
  const { text } = source;
  const start = shell.at++;
  const parts: Mapped[] = [];
  while (shell.at < text.length) {
    const char = text.charAt(shell.at);
    if (char === '#') skipLine(shell);
    else if (isContinuation(text, shell.at)) shell.at += 2;
    else if (/\s/.test(char)) shell.at++;
    else if (BREAKS.includes(char)) break;
    else {
      const word = readWord(shell, closer, depth, readList);
      if (parts.length > 0) parts.push(opaque(' ', slice(source, shell.at, shell.at).span));
      parts.push(word);
    }
  }
  if (text.charAt(shell.at) === ')') shell.at++;
  return concat(parts, slice(source, start, shell.at).span);
}

function skipLine(shell: Shell): void {
  const end = shell.source.text.indexOf('\n', shell.at);
  shell.at = end < 0 ? shell.source.text.length : end;
}
