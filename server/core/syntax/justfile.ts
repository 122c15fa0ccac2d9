import { type Mapped, verbatim } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import { fillExpressions } from './just/expressions.ts';
import { type JustDefault, readDefaults } from './just/header.ts';
import type { Comment } from './tree.ts';

/** What a justfile sets and what it runs. */
export interface JustText {
  /** Assignments and defaults of parameters. */
  readonly variables: readonly JustVariable[];
  readonly recipes: readonly JustRecipe[];
  readonly comments: readonly Comment[];
}

export interface JustVariable extends JustDefault {
  /** The recipe whose parameter it is. */
  readonly recipe?: string;
}

export interface JustRecipe {
  readonly name: string;
  /**
   * Its lines, each of which a shell runs, without `@` and `-`; one text where a `#!` line says which program reads it
   * all. `{{port}}` stands as `${port}` in them, for `interpolate`; other expressions are UNKNOWN.
   */
  readonly lines: readonly Mapped[];
  /** `#!/usr/bin/env python3`, without `#!`. */
  readonly shebang?: string;
}

interface Reading {
  readonly text: string;
  readonly variables: JustVariable[];
  readonly recipes: JustRecipe[];
  readonly comments: Comment[];
}

/** Reads a justfile, also one that is broken. https://just.systems/man/en/ */
export function readJustfile(text: string): JustText {
  const reading: Reading = { text, variables: [], recipes: [], comments: [] };
  const lines = linesOf(text);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line || isBlank(text, line)) continue;
    const name = readHeader(reading, line);
    if (name === undefined) continue;
    const body: Span[] = [];
    for (let next = lines[index + 1]; next && isBody(text, next); next = lines[index + 1]) {
      body.push(next);
      index++;
    }
    reading.recipes.push(readBody(reading, name, body));
  }
  const { variables, recipes, comments } = reading;
  return { variables, recipes, comments };
}

/** Lines without their ends; what a backslash or an open bracket joins is left apart. */
function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    lines.push({ start, end: end > start && text.charAt(end - 1) === '\r' ? end - 1 : end });
    start = end + 1;
  }
  return lines;
}

function isBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === '';
}

function isBody(text: string, line: Span): boolean {
  return text.charAt(line.start) === ' ' || text.charAt(line.start) === '\t' || isBlank(text, line);
}

/** Reads a line at the margin; gives the name of the recipe that it starts, if it does. */
function readHeader(reading: Reading, line: Span): string | undefined {
  const { text } = reading;
  if (text.charAt(line.start) === '#') {
    reading.comments.push({ span: line, alone: true });
    return undefined;
  }
  const header = readDefaults(text, line);
  if (header.comment) reading.comments.push({ span: header.comment, alone: false });
  const { recipe } = header;
  for (const variable of header.defaults) {
    reading.variables.push({ ...variable, ...(recipe === undefined ? {} : { recipe }) });
  }
  return recipe;
}

function readBody(reading: Reading, name: string, body: readonly Span[]): JustRecipe {
  const { text } = reading;
  const first = body.find(line => !isBlank(text, line));
  const last = body.findLast(line => !isBlank(text, line));
  if (!first || !last) return { name, lines: [] };
  const start =
    first.start + (text.slice(first.start, first.end).length - text.slice(first.start, first.end).trimStart().length);
  if (text.startsWith('#!', start)) {
    const lines =
      first.end < last.end ? [fillExpressions(verbatim(text, { start: first.end + 1, end: last.end }))] : [];
    return { name, lines, shebang: text.slice(start + 2, first.end).trim() };
  }
  return { name, lines: joinLines(text, body).flatMap(line => readBodyLine(reading, line)) };
}

/** A backslash at a line's end joins lines; the shell reads it itself. */
function joinLines(text: string, body: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  let start: number | undefined;
  for (const line of body) {
    start ??= line.start;
    if (text.charAt(line.end - 1) === '\\') continue;
    joined.push({ start, end: line.end });
    start = undefined;
  }
  const end = body.at(-1)?.end;
  if (start !== undefined && end !== undefined) joined.push({ start, end });
  return joined;
}

function readBodyLine(reading: Reading, line: Span): readonly Mapped[] {
  const { text } = reading;
  let start = line.start;
  while (start < line.end && ' \t@-'.includes(text.charAt(start))) start++;
  if (start === line.end) return [];
  if (text.charAt(start) !== '#') return [fillExpressions(verbatim(text, { start, end: line.end }))];
  reading.comments.push({ span: { start, end: line.end }, alone: true });
  return [];
}
