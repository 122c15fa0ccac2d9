import { concat, type Mapped, opaque, slice, UNKNOWN } from '../../text/mapped.ts';
import { arithmeticEnd } from './arithmetic.ts';
import { BREAKS, type Closer, isContinuation, MAX_DEPTH, type ReadList, type Shell } from './state.ts';

/** Reads one word; at least one character is consumed where the text is not at its end. */
export function readWord(shell: Shell, closer: Closer, depth: number, readList: ReadList): Mapped {
  const { source } = shell;
  const { text } = source;
  const start = shell.at;
  const parts: Mapped[] = [];
  let kept = start;
  /** Keeps what was read so far, drops `dropped` characters. */
  const cut = (dropped: number): void => {
    if (kept < shell.at) parts.push(slice(source, kept, shell.at));
    shell.at += dropped;
    kept = shell.at;
  };
  let quote = '';
  while (shell.at < text.length) {
    const char = text.charAt(shell.at);
    if (quote === "'" || quote === "$'") {
      if (quote === "$'" && char === '\\') {
        cut(1);
        shell.at++;
      } else if (char === "'") {
        cut(1);
        quote = '';
      } else shell.at++;
    } else if (char === '\\') {
      const next = text.charAt(shell.at + 1);
      if (isContinuation(text, shell.at)) cut(next === '\r' ? 3 : 2);
      // `\$` is left to `interpolate`, which must know it from a variable.
      else if (next === '$') shell.at += 2;
      else if (quote === '' ? next !== '' : '"\\`'.includes(next || ' ')) {
        cut(1);
        shell.at++;
      } else shell.at++;
    } else if (quote === '' && text.startsWith("$'", shell.at)) {
      cut(2);
      quote = "$'";
    } else if (char === '"' || (char === "'" && quote === '')) {
      cut(1);
      quote = quote === '' ? char : '';
    } else if (char === closer && char === '`') break;
    else if (SUBSTITUTION.test(text.slice(shell.at, shell.at + 2)) && (quote === '' || '$`'.includes(char))) {
      cut(0);
      const from = shell.at;
      skipSubstitution(shell, depth, readList);
      parts.push(opaque(UNKNOWN, slice(source, from, shell.at).span));
      kept = shell.at;
    } else if (text.startsWith('${', shell.at)) shell.at = endOfExpression(text, shell.at);
    else if (quote === '' && BREAKS.includes(char) && shell.at > start) break;
    else shell.at++;
  }
  cut(0);
  return concat(parts, slice(source, start, Math.max(start, shell.at)).span);
}

const SUBSTITUTION = /^(?:`|[$<>]\()/;

/** Reads the commands of `$(…)`, `<(…)` or of backquotes, and stops after them. */
function skipSubstitution(shell: Shell, depth: number, readList: ReadList): void {
  const { text } = shell.source;
  const end = text.startsWith('$((', shell.at) ? arithmeticEnd(text, shell.at + 1) : -1;
  if (end >= 0) {
    shell.at = end;
    return;
  }
  const closer = text.charAt(shell.at) === '`' ? '`' : ')';
  shell.at += closer === '`' ? 1 : 2;
  if (depth < MAX_DEPTH) readList(shell, closer, depth + 1);
  if (text.charAt(shell.at) === closer) shell.at++;
}

/** The offset after `${…}`, nested ones included; after the `$` alone where it is not closed. */
function endOfExpression(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length && end - at < LONGEST_EXPRESSION && text.charAt(end) !== '\n'; end++) {
    if (text.startsWith('${', end)) depth++;
    else if (text.charAt(end) === '}' && --depth === 0) return end + 1;
  }
  return at + 1;
}

/** In characters: keeps a line full of unclosed `${` linear. */
const LONGEST_EXPRESSION = 1000;
