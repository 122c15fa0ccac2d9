import { concat, type Mapped, slice, verbatim } from '../text/mapped.ts';
import { type Span, spanOf } from '../text/span.ts';
import { type Escape, heredocNames, splitWords } from './dockerWords.ts';
import type { Comment } from './tree.ts';

/** A Dockerfile as BuildKit's parser takes it apart. https://docs.docker.com/reference/dockerfile/#format */
export interface DockerText {
  readonly instructions: readonly Instruction[];
  /** Comment lines, parser directives included; those inside an instruction too. */
  readonly comments: readonly Comment[];
  /** `# escape=…`: what continues a line and takes a character literally. */
  readonly escapeChar: Escape;
}

export interface Instruction {
  /** In upper case: `EXPOSE`. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** From the keyword to the end of its last line, here-documents not included. */
  readonly span: Span;
  /** `--interval=5s`, for the instructions that have flags. */
  readonly flags: readonly Flag[];
  /** What follows keyword and flags: continued lines joined, comments in between dropped, quotes kept. */
  readonly args: Mapped;
  readonly heredocs: readonly Heredoc[];
  /** What `ONBUILD` holds back. */
  readonly trigger?: Instruction;
}

export interface Flag {
  readonly name: string;
  readonly value: Mapped | undefined;
  readonly span: Span;
}

export interface Heredoc {
  readonly name: string;
  /** The lines between the instruction and the end mark. */
  readonly body: Span;
}

/** Never fails: what Docker would refuse is read as far as it goes. */
export function readDockerfile(text: string): DockerText {
  const lines = linesIn(text);
  const escapeChar = readEscape(text, lines);
  const comments: Comment[] = [];
  const instructions: Instruction[] = [];
  const lastLine = text.includes('<<') ? lastLines(text, lines) : new Map<string, number>();
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? NOWHERE;
    if (isComment(text, line)) comments.push(commentOf(text, line));
    if (isComment(text, line) || isBlank(text, line)) {
      index++;
      continue;
    }
    const pieces: Span[] = [];
    index = joinLines(text, lines, index, escapeChar, pieces, comments);
    const bodies = (head: Mapped): readonly Heredoc[] => {
      const taken = takeHeredocs(text, lines, lastLine, index, heredocNames(head, escapeChar));
      index = taken.next;
      return taken.heredocs;
    };
    const start = firstInk(text, line);
    const whole = concat(
      pieces.map(piece => verbatim(text, piece)),
      spanOf(start, pieces.at(-1)?.end ?? line.end),
    );
    instructions.push(readInstruction(whole, escapeChar, bodies));
  }
  return { instructions, comments, escapeChar };
}

const NOWHERE: Span = spanOf(0, 0);

/** A line without what ends it. */
function linesIn(text: string): Span[] {
  const lines: Span[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 ? text.length : feed;
    lines.push(spanOf(start, stop > start && text[stop - 1] === '\r' ? stop - 1 : stop));
    start = stop + 1;
  }
  return lines;
}

/** Directives stand in the first lines; whatever is no directive ends them. */
function readEscape(text: string, lines: readonly Span[]): Escape {
  for (const { start, end } of lines) {
    const [, name = '', value = ''] = DIRECTIVE.exec(text.slice(start, end)) ?? [];
    if (name === '') break;
    if (name.toLowerCase() === 'escape') return value === '`' ? '`' : '\\';
  }
  return '\\';
}

const DIRECTIVE = /^[ \t]*#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S+)/;

function firstInk(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

function isBlank(text: string, line: Span): boolean {
  return firstInk(text, line) === line.end;
}

function isComment(text: string, line: Span): boolean {
  return text[firstInk(text, line)] === '#';
}

function commentOf(text: string, line: Span): Comment {
  return { span: spanOf(firstInk(text, line), line.end), alone: true };
}

/** Collects the parts of one instruction and gives the line after it. */
function joinLines(
  text: string,
  lines: readonly Span[],
  first: number,
  escapeChar: Escape,
  pieces: Span[],
  comments: Comment[],
): number {
  for (let index = first; index < lines.length; index++) {
    const line = lines[index] ?? NOWHERE;
    if (index > first && isComment(text, line)) {
      comments.push(commentOf(text, line));
      continue;
    }
    if (index > first && isBlank(text, line)) continue;
    const end = continuation(text, line, escapeChar);
    const start = index === first ? firstInk(text, line) : line.start;
    if (start < (end ?? line.end)) pieces.push(spanOf(start, end ?? line.end));
    if (end === undefined) return index + 1;
  }
  return lines.length;
}

/** Where the character that continues the line stands; a doubled one continues nothing. */
function continuation(text: string, line: Span, escapeChar: Escape): number | undefined {
  let at = line.end;
  while (at > line.start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  const found =
    at > line.start && text[at - 1] === escapeChar && (at - 1 === line.start || text[at - 2] !== escapeChar);
  return found ? at - 1 : undefined;
}

const WITH_FLAGS = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'HEALTHCHECK']);
const WITH_HEREDOCS = new Set(['RUN', 'COPY', 'ADD']);

function readInstruction(
  whole: Mapped,
  escapeChar: Escape,
  bodies: (head: Mapped) => readonly Heredoc[],
  nested = false,
): Instruction {
  const { text } = whole;
  const word = /^\S*/.exec(text)?.[0] ?? '';
  const keyword = word.toUpperCase();
  const { flags, at } = WITH_FLAGS.has(keyword)
    ? readFlags(whole, word.length, escapeChar)
    : { flags: [], at: inkAt(text, word.length) };
  const args = slice(whole, at, Math.max(at, text.trimEnd().length));
  const trigger =
    keyword === 'ONBUILD' && !nested && args.text !== '' ? readInstruction(args, escapeChar, bodies, true) : undefined;
  return {
    keyword,
    keywordSpan: slice(whole, 0, word.length).span,
    span: whole.span,
    flags,
    args,
    heredocs: WITH_HEREDOCS.has(keyword) && text.includes('<<') ? bodies(args) : [],
    ...(trigger && { trigger }),
  };
}

/** Flags are the leading words that start with `--`; `--` alone ends them. */
function readFlags(whole: Mapped, from: number, escapeChar: Escape): { flags: readonly Flag[]; at: number } {
  const flags: Flag[] = [];
  const { text } = whole;
  let at = inkAt(text, from);
  while (text.startsWith('--', at)) {
    const rest = slice(whole, at, text.length);
    const length = splitWords(rest, escapeChar, 1)[0]?.length ?? rest.text.length;
    const word = slice(rest, 0, length);
    const equals = word.text.indexOf('=');
    if (length > 2)
      flags.push({
        name: word.text.slice(2, equals < 0 ? undefined : equals),
        value: equals < 0 ? undefined : slice(word, equals + 1, length),
        span: word.span,
      });
    at = inkAt(text, at + length);
    if (length === 2) break;
  }
  return { flags, at };
}

function inkAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

/** The last line that holds just this text: whether a here-document is ever closed must not cost a search each. */
function lastLines(text: string, lines: readonly Span[]): ReadonlyMap<string, number> {
  return new Map(lines.map((line, index) => [text.slice(firstTab(text, line), line.end), index]));
}

function firstTab(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && text[at] === '\t') at++;
  return at;
}

/** Bodies follow the instruction in the order of their names. One that is never closed is being typed, and has none. */
function takeHeredocs(
  text: string,
  lines: readonly Span[],
  lastLine: ReadonlyMap<string, number>,
  first: number,
  names: readonly { readonly name: string; readonly tabs: boolean }[],
): { heredocs: readonly Heredoc[]; next: number } {
  const heredocs: Heredoc[] = [];
  let next = first;
  for (const { name, tabs } of names) {
    if ((lastLine.get(name) ?? -1) < next) continue;
    const start = lines[next]?.start ?? text.length;
    for (let index = next; index < lines.length; index++) {
      const line = lines[index] ?? NOWHERE;
      if (text.slice(tabs ? firstTab(text, line) : line.start, line.end) !== name) continue;
      heredocs.push({ name, body: spanOf(start, line.start) });
      next = index + 1;
      break;
    }
  }
  return { heredocs, next };
}
