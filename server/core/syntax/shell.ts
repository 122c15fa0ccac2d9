import { concat, type Mapped, opaque, slice, UNKNOWN } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import type { Comment } from './tree.ts';

/** One simple command, as a shell would start it. */
export interface Command {
  /** What stands before the program: `PORT=3000 node server.js`. */
  readonly assignments: readonly Assignment[];
  /** The program and its arguments without quotes. Variables stay as written, for `interpolate`. */
  readonly words: readonly Mapped[];
}

export interface Assignment {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Mapped;
}

export interface ShellText {
  /** In the order in which they end; those of `$(…)` come before the command that they stand in. */
  readonly commands: readonly Command[];
  readonly comments: readonly Comment[];
}

/**
 * Splits a text of the POSIX shell into simple commands. Pipes, lists, groups and keywords only separate commands;
 * redirections and here-documents are dropped. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
 */
export function readShell(source: Mapped): ShellText {
  const shell: Shell = { source, commands: [], comments: [], heredocs: [], at: 0 };
  readList(shell, '', 0);
  return shell;
}

export function readWords(source: Mapped): readonly Command[] {
  return readShell(source).commands;
}

/** `NAME=value`, as a word of `env`, `export` or `docker run -e` is too. */
export function asAssignment(word: Mapped): Assignment | undefined {
  const name = ASSIGNMENT.exec(word.text)?.[1];
  if (name === undefined) return undefined;
  const value = slice(word, word.text.indexOf('=') + 1, word.text.length);
  return { name, nameSpan: slice(word, 0, name.length).span, value };
}

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)\+?=/;

/** The state of one reading; `at` is an offset in `source.text`. */
interface Shell {
  readonly source: Mapped;
  readonly commands: Command[];
  readonly comments: Comment[];
  /** Here-documents whose bodies start after this line. */
  readonly heredocs: { readonly end: string; readonly tabs: boolean }[];
  at: number;
}

/** Deeper `$(` are read as plain text, so that a hostile file cannot exhaust the stack. */
const MAX_DEPTH = 40;

/** What ends a list of commands: a bracket, a backquote, or '' for the end of the text. */
type Closer = '' | ')' | '`';

/** Reads commands up to `closer`, which is left unread. */
function readList(shell: Shell, closer: Closer, depth: number): void {
  const { text } = shell.source;
  let command = open();
  let brackets = 0;
  const finish = (): void => {
    if (command.words.length > 0 || command.assignments.length > 0) shell.commands.push(command);
    command = open();
  };
  while (shell.at < text.length) {
    const char = text.charAt(shell.at);
    // A backquote ends its commands also where a bracket is missing.
    if (char === closer && (brackets === 0 || char === '`')) break;
    if (char === ' ' || char === '\t' || char === '\r') shell.at++;
    else if (char === '\n') {
      finish();
      shell.at++;
      skipHeredocs(shell);
    } else if (char === '#') readComment(shell);
    else if (isContinuation(text, shell.at)) shell.at += text.charAt(shell.at + 1) === '\r' ? 3 : 2;
    else if (skipRedirection(shell, closer, depth)) continue;
    else if (SEPARATORS.includes(char)) {
      if (char === '(') brackets++;
      // A closing bracket that nothing opened stands in `case x in a) …`.
      if (char === ')') brackets = Math.max(0, brackets - 1);
      finish();
      shell.at++;
    } else add(command, readWord(shell, closer, depth));
  }
  finish();
}

const SEPARATORS = ';&|()';

interface OpenCommand {
  readonly assignments: Assignment[];
  readonly words: Mapped[];
}

function open(): OpenCommand {
  return { assignments: [], words: [] };
}

function add(command: OpenCommand, word: Mapped): void {
  const assignment = command.words.length === 0 ? asAssignment(word) : undefined;
  if (assignment) command.assignments.push(assignment);
  else command.words.push(word);
}

function readComment(shell: Shell): void {
  const { text } = shell.source;
  let end = text.indexOf('\n', shell.at);
  if (end < 0) end = text.length;
  const to = text.charAt(end - 1) === '\r' ? end - 1 : end;
  const before = text.slice(text.lastIndexOf('\n', shell.at - 1) + 1, shell.at);
  shell.comments.push({ span: slice(shell.source, shell.at, to).span, alone: before.trim() === '' });
  shell.at = end;
}

function isContinuation(text: string, at: number): boolean {
  return text.charAt(at) === '\\' && (text.charAt(at + 1) === '\n' || text.startsWith('\r\n', at + 1));
}

/** `>file`, `2>&1`, `<<EOF`, `<<<word`; false where none starts here. */
function skipRedirection(shell: Shell, closer: Closer, depth: number): boolean {
  const { text } = shell.source;
  const operator = REDIRECTION.exec(text.slice(shell.at, shell.at + 8))?.[0];
  if (operator === undefined) return false;
  shell.at += operator.length;
  while (text.charAt(shell.at) === ' ' || text.charAt(shell.at) === '\t') shell.at++;
  const next = text.charAt(shell.at);
  if (BREAKS.includes(next) && !/^[<>]\(/.test(text.slice(shell.at, shell.at + 2))) return true;
  const target = readWord(shell, closer, depth);
  if (/<<-?$/.test(operator)) shell.heredocs.push({ end: target.text, tabs: operator.endsWith('-') });
  return true;
}

const REDIRECTION = /^(?:\d{1,3}|&)?(?:<<<|<<-?|<>|<&|>>|>&|>\||<(?!\()|>(?!\())/;

function skipHeredocs(shell: Shell): void {
  const { text } = shell.source;
  for (const { end, tabs } of shell.heredocs.splice(0)) {
    while (shell.at < text.length) {
      let stop = text.indexOf('\n', shell.at);
      if (stop < 0) stop = text.length;
      const line = text.slice(shell.at, stop).replace(/\r$/, '');
      shell.at = stop + 1;
      if ((tabs ? line.replace(/^\t+/, '') : line) === end) break;
    }
  }
}

/** Reads one word; at least one character is consumed where the text is not at its end. */
function readWord(shell: Shell, closer: Closer, depth: number): Mapped {
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
    if (quote === "'") {
      if (char === quote) {
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
    } else if (char === '"' || (char === "'" && quote === '')) {
      cut(1);
      quote = quote === '' ? char : '';
    } else if (char === closer && char === '`') break;
    else if (SUBSTITUTION.test(text.slice(shell.at, shell.at + 2)) && (quote === '' || '$`'.includes(char))) {
      cut(0);
      const from = shell.at;
      skipSubstitution(shell, depth);
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

const BREAKS = ' \t\r\n;&|()<>';

/** Reads the commands of `$(…)`, `<(…)` or of backquotes, and stops after them. */
function skipSubstitution(shell: Shell, depth: number): void {
  const closer = shell.source.text.charAt(shell.at) === '`' ? '`' : ')';
  shell.at += closer === '`' ? 1 : 2;
  if (depth < MAX_DEPTH) readList(shell, closer, depth + 1);
  if (shell.source.text.charAt(shell.at) === closer) shell.at++;
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
