import { type Mapped, slice, verbatim } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import { commentStart, type Operator, readDefinition } from './make/definition.ts';
import { expand, shellCalls } from './make/expand.ts';
import { type LogicalLine, logicalLines, physicalLine } from './make/lines.ts';
import type { Comment } from './tree.ts';

/** What a makefile sets and what it runs. */
export interface MakeText {
  readonly variables: readonly MakeVariable[];
  /** In the order of the source. */
  readonly recipes: readonly RecipeLine[];
  readonly comments: readonly Comment[];
}

export interface MakeVariable {
  readonly name: string;
  readonly nameSpan: Span;
  readonly operator: Operator;
  /** `$(PORT)` stands as `${PORT}` in it, for `interpolate`; a function is UNKNOWN. */
  readonly value: Mapped;
  /** The target that it is set for. */
  readonly target?: string;
}

/** One line that a shell runs, without `@`, `-` and `+`; what make replaces stands as in a variable's value. */
export interface RecipeLine {
  readonly target: string;
  readonly line: Mapped;
}

interface OpenDefinition {
  readonly name: string;
  readonly nameSpan: Span;
  readonly operator: Operator;
  /** Where its body starts. */
  readonly from: number;
}

interface Reading {
  readonly text: string;
  readonly variables: MakeVariable[];
  readonly recipes: RecipeLine[];
  readonly comments: Comment[];
  /** The rule that tabbed lines belong to. */
  target: string | undefined;
  /** The variable whose `endef` is still to come. */
  definition: OpenDefinition | undefined;
}

/** Reads a makefile, also one that is broken. https://www.gnu.org/software/make/manual/make.html */
export function readMakefile(text: string): MakeText {
  const reading: Reading = { text, variables: [], recipes: [], comments: [], target: undefined, definition: undefined };
  for (const line of logicalLines(text)) {
    if (reading.definition) readDefined(reading, line);
    else if (text.charAt(line.start) === '\t' && reading.target !== undefined) {
      pushRecipe(reading, reading.target, line.start, line.end);
    } else readLine(reading, line);
  }
  if (reading.definition) endDefinition(reading, text.length);
  const { variables, recipes, comments } = reading;
  return { variables, recipes, comments };
}

function readLine(reading: Reading, line: LogicalLine): void {
  const { text } = reading;
  const hash = commentStart(text, line.start, line.end);
  if (hash >= 0) pushComment(reading, hash, line.end);
  const end = hash < 0 ? line.end : hash;
  const found = readDefinition(text, line.start, end);
  if (found.kind === 'define') {
    const { name, nameSpan, operator } = found;
    reading.definition = { name, nameSpan, operator, from: line.next };
  } else if (found.kind === 'set') {
    const { name, nameSpan, operator, valueStart, target, isShell } = found;
    const written = joined(reading, valueStart, end);
    if (isShell) reading.recipes.push({ target: name, line: expand(written) });
    else {
      const value = expand(written);
      reading.variables.push({ name, nameSpan, operator, value, ...(target === undefined ? {} : { target }) });
      for (const call of shellCalls(written)) reading.recipes.push({ target: name, line: expand(call) });
    }
  } else if (found.kind === 'rule') {
    reading.target = found.target;
    if (found.recipeStart !== undefined) pushRecipe(reading, found.target, found.recipeStart, end);
  }
}

/** The text of a logical line; a backslash at a line's end and the blanks around it are one blank. */
function joined({ text }: Reading, start: number, end: number): Mapped {
  const line = physicalLine(text, start, end);
  const to = line.text.trimEnd().length;
  return slice(line, 0, to);
}

function pushRecipe(reading: Reading, target: string, start: number, end: number): void {
  const { text } = reading;
  let from = start;
  while (from < end && ' \t@-+'.includes(text.charAt(from))) from++;
  if (text.charAt(from) === '#') pushComment(reading, from, end);
  // The shell reads a backslash at a line's end itself.
  else if (from < end) reading.recipes.push({ target, line: expand(verbatim(text, { start: from, end })) });
}

function pushComment({ text, comments }: Reading, start: number, end: number): void {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  comments.push({ span: { start, end }, alone: before.trim() === '' });
}

/** What `define` names is nearly always a piece of a recipe. */
function readDefined(reading: Reading, { start, end }: LogicalLine): void {
  const { definition, text } = reading;
  if (!definition) return;
  if (ENDEF.test(text.slice(start, Math.min(end, start + 80)))) endDefinition(reading, start);
  else pushRecipe(reading, definition.name, start, end);
}

const ENDEF = /^\s*endef\b/;

function endDefinition(reading: Reading, end: number): void {
  const { definition, text, variables } = reading;
  reading.definition = undefined;
  if (!definition) return;
  const { name, nameSpan, operator, from } = definition;
  variables.push({ name, nameSpan, operator, value: expand(verbatim(text, { start: Math.min(from, end), end })) });
}
