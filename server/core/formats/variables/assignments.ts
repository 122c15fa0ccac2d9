import type { VariableDefinition } from '../../facts/document.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { entries, type Tree } from '../../syntax/tree.ts';
import { type Mapped, originOf, slice, verbatim } from '../../text/mapped.ts';
import type { Source } from '../format.ts';
import { portVariable } from './portVariables.ts';

/**
 * What lines of a script set to a number and nothing else: `PORT=8080`, `export PORT="${PORT:-8080}"`,
 * `: "${PORT:=8080}"`. A look at the lines costs less than reading the script again.
 */
export function shellAssignments(_: Tree, { text }: Source): readonly VariableDefinition[] {
  return assignments(verbatim(text, { start: 0, end: text.length }), LINE);
}

const LINE =
  /^[ \t]*(?:(?:export|readonly|local)[ \t]+|:[ \t]+"?\$\{)?([A-Za-z_]\w*):?=["']?(\d{1,5}|\$\{\w{1,100}:?-\d{1,5}\})(?=["'}]{0,3}[ \t]*(?:$|[#;&\r]))/dgm;

/** What `Environment=` of a unit sets to numbers: `PORT=8080 "ADMIN_PORT=8081"`. */
export function unitAssignments({ documents }: Tree): readonly VariableDefinition[] {
  return documents
    .flatMap(entries)
    .flatMap(({ value }) => entries(value))
    .flatMap(({ key, value }) =>
      key.text === 'Environment' && value?.kind === 'scalar' ? assignments(value.mapped, WORD) : [],
    );
}

const WORD = /\b([A-Za-z_]\w*)=(\d{1,5})(?=["']?(?:\s|$))/dg;

function assignments(text: Mapped, pattern: RegExp): readonly VariableDefinition[] {
  return [...text.text.matchAll(pattern)].flatMap(({ 1: name = '', indices }) => {
    const [start, end] = indices?.[1] ?? [0, 0];
    const [from, to] = indices?.[2] ?? [0, 0];
    return portVariable(name, originOf(text, start, end).span, interpolate(slice(text, from, to), 'backslash'));
  });
}
