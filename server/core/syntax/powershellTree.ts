import { concat, type Mapped, opaque, UNKNOWN, verbatim } from '../text/mapped.ts';
import { codeTree } from './codeTree.ts';
import { scriptTree } from './scriptTree.ts';
import type { Comment, Tree } from './tree.ts';

/** A script of PowerShell as what it says in so many words, and as the commands that it runs, which are one list. */
export function powershellTree(text: string): Tree {
  const { documents, comments, errors } = readCode(text);
  const commands = scriptTree({ text, variables: [], recipes: [['commands', [asShell(text, comments)]]], comments });
  return { documents: [...commands.documents, ...documents], comments, errors };
}

const readCode = codeTree('powershell');

/** As a POSIX shell would read it: without comments, backticks and backslashes, and with its variables in braces. */
function asShell(text: string, comments: readonly Comment[]): Mapped {
  const parts: Mapped[] = [];
  let kept = 0;
  const replace = (start: number, end: number, by: string): void => {
    if (kept < start) parts.push(verbatim(text, { start: kept, end: start }));
    if (by !== '') parts.push(opaque(by, { start, end }));
    kept = end;
  };
  let comment = 0;
  for (const { 0: found, 1: name, index } of text.matchAll(SPECIAL)) {
    while ((comments[comment]?.span.end ?? text.length) <= index) comment++;
    const span = comments[comment]?.span;
    if (span && span.start <= index) {
      if (kept <= span.start) replace(span.start, span.end, ' ');
    } else if (index < kept) continue;
    else if (name !== undefined) replace(index, index + found.length, `\${${name}}`);
    else if (found.endsWith('\n')) replace(index, index + found.length, ' ');
    else if (found === '`') replace(index, index + found.length, found.length > 2 || found.endsWith('\n') ? ' ' : '');
    else if (found === '\\') replace(index, index + 1, '/');
    else if (found === '$') replace(index, index + 1, UNKNOWN);
  }
  if (kept < text.length) parts.push(verbatim(text, { start: kept, end: text.length }));
  return concat(parts, { start: 0, end: text.length });
}

/** `$env:PORT`, `$port`; a backtick before a line's end or a character; a backslash; what starts a comment. */
const SPECIAL = /\$(?:\{?env:)?\{?([A-Za-z_]\w{0,99})\}?(?:\[[^\]\n]{0,60}\])?|[`\\]\r?\n|`|\\|\$|<?#/gi;
