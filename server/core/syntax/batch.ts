import { append } from '../text/append.ts';
import { concat, type Mapped, opaque, slice, UNKNOWN, verbatim } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import type { Comment } from './tree.ts';

/** What a batch file of Windows sets and runs. */
export interface BatchText {
  readonly variables: readonly BatchVariable[];
  /**
   * One logical line each, `set` included, written as a POSIX shell would read it: `%PORT%` as `${PORT}`, a slash for
   * each backslash, no carets and no single quotes.
   */
  readonly commands: readonly Mapped[];
  readonly comments: readonly Comment[];
}

export interface BatchVariable {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Mapped;
}

/** Reads a `.bat` or `.cmd`. https://learn.microsoft.com/windows-server/administration/windows-commands/windows-commands */
export function readBatch(text: string): BatchText {
  const variables: BatchVariable[] = [];
  const commands: Mapped[] = [];
  const comments: Comment[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const blanks = BEFORE.exec(line)?.[0].length ?? 0;
    const span = { start: start + blanks, end };
    if (COMMENT.test(line.slice(blanks, blanks + 5))) comments.push({ span, alone: true });
    else if (span.start < end && text.charAt(span.start) !== ':') {
      append(variables, readSet(text, line, start));
      commands.push(asShell(verbatim(text, span)));
    }
  }
  return { variables, commands, comments };
}

const BEFORE = /^[\s@\uFEFF]*/;
const COMMENT = /^(?:::|rem(?:\s|$))/i;

/** Logical lines: a caret at a line's end goes on in the next. */
function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const stop = text.indexOf('\n', at);
    const next = stop < 0 ? text.length : stop + 1;
    let end = stop < 0 ? text.length : stop;
    if (end > at && text.charAt(end - 1) === '\r') end--;
    at = next;
    if (end > start && text.charAt(end - 1) === '^' && next < text.length) continue;
    lines.push({ start, end });
    start = next;
  }
  return lines;
}

/** `set PORT=80`, `set "PORT=80"`, `set /a PORT=80`; `set /p` asks. */
function readSet(text: string, line: string, start: number): readonly BatchVariable[] {
  const variables: BatchVariable[] = [];
  let done = 0;
  for (const { 0: all, 1: quote, 2: name, index } of line.matchAll(SET)) {
    // Within the value of the one before.
    if (name === undefined || index < done) continue;
    const from = index + all.length;
    const closing = quote === '"' ? line.indexOf('"', from) : endOfValue(line, from);
    done = closing < 0 ? line.length : closing;
    const nameAt = start + from - 1 - name.length;
    const value = asShell(verbatim(text, { start: start + from, end: start + done }));
    variables.push({ name, nameSpan: { start: nameAt, end: nameAt + name.length }, value });
  }
  return variables;
}

const SET = /(?<![\w-])set[ \t]{1,20}(?:\/a[ \t]{1,20})?("?)([A-Za-z_][\w.-]*)=/gi;

function endOfValue(line: string, from: number): number {
  let end = from;
  while (end < line.length && !'&|)'.includes(line.charAt(end))) end++;
  while (end > from && line.charAt(end - 1) === ' ') end--;
  return end;
}

function asShell(written: Mapped): Mapped {
  const { text } = written;
  const parts: Mapped[] = [];
  let kept = 0;
  for (const { 0: found, 1: name, index } of text.matchAll(SPECIAL)) {
    const end = index + found.length;
    const { span } = slice(written, index, end);
    if (kept < index) parts.push(slice(written, kept, index));
    if (name !== undefined) parts.push(opaque(`\${${name}}`, span));
    else if (found === '\\') parts.push(opaque('/', span));
    else if (found.startsWith('^') && found.trim().length === 2) parts.push(slice(written, index + 1, end));
    else parts.push(opaque(found.startsWith('%') ? UNKNOWN : ' ', span));
    kept = end;
  }
  if (parts.length === 0) return written;
  if (kept < text.length) parts.push(slice(written, kept, text.length));
  return concat(parts, written.span);
}

/** `%PORT%`, `!PORT!`; `%1`, `%%i`, `%~dp0`; an escape, a backslash, a quote that is none. */
const SPECIAL = /[%!]([A-Za-z_]\w{0,99})[%!]|%%?~?[a-z]{0,9}\d?|\^\r?\n|\^.|\^|\\|'/gi;
