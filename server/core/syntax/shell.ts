import { type Mapped, slice } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import { arithmeticEnd } from './shell/arithmetic.ts';
import { readArray } from './shell/array.ts';
import { finishDocuments, readBodies } from './shell/hereDocument.ts';
import { readRedirection } from './shell/redirection.ts';
import { type Closer, isContinuation, type OpenCommand, type Shell } from './shell/state.ts';
import { readWord } from './shell/word.ts';
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
  readonly documents: readonly HereDocument[];
}

/** What a `<<END` gives to a command. */
export interface HereDocument {
  /**
   * Without the line that ends it, and with `<<-` without the tabs before its lines. Where it is not `quoted`, variables
   * and `\$` stay as written, for `interpolate`.
   */
  readonly body: Mapped;
  readonly quoted: boolean;
  /** The command that it ends in: `kubectl apply -f -` of `cat <<END | kubectl apply -f -`, or `ssh host`. */
  readonly command: Command;
  /** The file that it is written to, as with `cat > file`, `tee file` or `cat | sudo tee file`; variables as written. */
  readonly target?: string;
}

/**
 * Splits a text of the POSIX shell into simple commands. Pipes, lists, groups and keywords only separate commands;
 * redirections are dropped. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
 */
export function readShell(source: Mapped): ShellText {
  const shell: Shell = { source, commands: [], comments: [], documents: [], waiting: [], at: 0 };
  readList(shell, '', 0);
  const { commands, comments } = shell;
  return { commands, comments, documents: finishDocuments(shell) };
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

/** Reads commands up to `closer`, which is left unread. */
function readList(shell: Shell, closer: Closer, depth: number): void {
  const { text } = shell.source;
  let command = open();
  let brackets = 0;
  const finish = (pipe: boolean = false): void => {
    const isEmpty = command.words.length === 0 && command.assignments.length === 0;
    // A pipe may go on in the next line.
    if (isEmpty && !command.output) return;
    if (!isEmpty) shell.commands.push(command);
    const next = open();
    if (pipe) command.next = next;
    command = next;
  };
  while (shell.at < text.length) {
    const char = text.charAt(shell.at);
    // A backquote ends its commands also where a bracket is missing.
    if (char === closer && (brackets === 0 || char === '`')) break;
    if (char === ' ' || char === '\t' || char === '\r') shell.at++;
    else if (char === '\n') {
      finish();
      shell.at++;
      readBodies(shell, closer);
    } else if (char === '#') readComment(shell);
    else if (isContinuation(text, shell.at)) shell.at += text.charAt(shell.at + 1) === '\r' ? 3 : 2;
    else if (readRedirection(shell, command, closer, depth, readList)) continue;
    else if (SEPARATORS.includes(char)) {
      const end = text.startsWith('((', shell.at) ? arithmeticEnd(text, shell.at) : -1;
      if (end >= 0) {
        shell.at = end;
        continue;
      }
      if (char === '(') brackets++;
      // A closing bracket that nothing opened stands in `case x in a) …`.
      if (char === ')') brackets = Math.max(0, brackets - 1);
      const isList = text.startsWith('||', shell.at);
      finish(char === '|' && !isList);
      shell.at += isList ? 2 : 1;
    } else {
      const word = readWord(shell, closer, depth, readList);
      const isArray = text.charAt(shell.at) === '(' && ARRAY.test(word.text);
      add(command, word, isArray ? readArray(shell, closer, depth, readList) : undefined);
    }
  }
  finish();
}

const SEPARATORS = ';&|()';

function open(): OpenCommand {
  return { assignments: [], words: [] };
}

const ARRAY = /^[A-Za-z_]\w*\+?=$/;

function add(command: OpenCommand, word: Mapped, array: Mapped | undefined): void {
  const assignment = command.words.length === 0 || array ? asAssignment(word) : undefined;
  if (assignment) command.assignments.push(array ? { ...assignment, value: array } : assignment);
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
