import { concat, type Mapped, opaque, verbatim } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import type { Comment, Tree } from './tree.ts';

export interface DotenvEntry {
  readonly name: string;
  readonly nameSpan: Span;
  /** Without quotes and escapes; variables are not filled in, and `\$` stays for whoever does that. */
  readonly value: Mapped;
  /** Single quotes make a value literal. */
  readonly quote: '"' | "'" | undefined;
}

export interface DotenvTree {
  readonly entries: readonly DotenvEntry[];
  readonly comments: readonly Comment[];
  readonly errors: Tree['errors'];
}

/**
 * Reads `KEY=VALUE` lines as Compose does. Lines that are none are passed over.
 * https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readDotenv(text: string): DotenvTree {
  const entries: DotenvEntry[] = [];
  const comments: Comment[] = [];
  const errors: Tree['errors'][number][] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const first = skipBlanks(text, at, end);
    KEY.lastIndex = first;
    const key = text[first] === '#' ? undefined : KEY.exec(text);
    if (text[first] === '#') comments.push({ span: { start: first, end }, alone: true });
    if (!key || KEY.lastIndex > end) {
      at = nextLine(text, end);
      continue;
    }
    const name = key[1] ?? '';
    const nameStart = first + key[0].length - (key[2]?.length ?? 0) - name.length;
    const read = readValue(text, skipBlanks(text, KEY.lastIndex, end), end);
    entries.push({
      name,
      nameSpan: { start: nameStart, end: nameStart + name.length },
      value: read.value,
      quote: read.quote,
    });
    if (read.comment !== undefined) {
      comments.push({ span: { start: read.comment, end: lineEnd(text, read.comment) }, alone: false });
    }
    if (read.unclosed) errors.push({ span: read.unclosed, message: 'The quote is not closed' });
    at = nextLine(text, lineEnd(text, read.end));
  }
  return { entries, comments, errors };
}

/** Compose takes `KEY: VALUE` too. The first group is the name. */
const KEY = /(?:export[ \t]+)?([A-Za-z_][\w.[\]-]*)([ \t]*[=:])/y;

interface Value {
  readonly value: Mapped;
  readonly quote: DotenvEntry['quote'];
  /** An offset in the last line of the value. */
  readonly end: number;
  /** Where the comment behind the value starts. */
  readonly comment?: number;
  readonly unclosed?: Span;
}

function readValue(text: string, start: number, end: number): Value {
  const quote = text[start];
  if (start === end || (quote !== '"' && quote !== "'")) return readPlain(text, start, end);
  const close = closingQuote(text, start, quote);
  if (close < 0) {
    const value = readPlain(text, start + 1, end);
    return { ...value, quote, unclosed: { start, end: start + 1 } };
  }
  const value = unquoted(text, { start: start + 1, end: close }, quote);
  const after = skipBlanks(text, close + 1, lineEnd(text, close));
  return { value, quote, end: close, ...(text[after] === '#' && { comment: after }) };
}

/** Up to the end of the line, or to a `#` behind a blank. */
function readPlain(text: string, start: number, end: number): Value {
  const line = text.slice(start, end);
  const cut = isBlank(text[start - 1]) && line.startsWith('#') ? 0 : line.search(/[ \t]#/);
  const written = (cut < 0 ? line : line.slice(0, cut)).trimEnd();
  return {
    value: verbatim(text, { start, end: start + written.length }),
    quote: undefined,
    end,
    ...(cut >= 0 && { comment: start + line.indexOf('#', cut) }),
  };
}

/**
 * A quoted value may go on over lines. Something else than a comment behind the closing quote of a later line means that
 * the quote opens another value there, and that this one lacks its own: it is being typed.
 */
function closingQuote(text: string, open: number, quote: string): number {
  let at = open + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  if (at >= text.length) return -1;
  if (at <= lineEnd(text, open)) return at;
  const end = lineEnd(text, at);
  const after = skipBlanks(text, at + 1, end);
  return after === end || text[after] === '#' ? at : -1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** In single quotes only the quote itself can be escaped; an unknown escape keeps its backslash. */
function unquoted(text: string, span: Span, quote: '"' | "'"): Mapped {
  // Without this look every value would be searched to the end of the text.
  if (!text.slice(span.start, span.end).includes('\\')) return verbatim(text, span);
  const parts: Mapped[] = [];
  let kept = span.start;
  for (let at = text.indexOf('\\', span.start); at >= 0 && at < span.end; at = text.indexOf('\\', at + 2)) {
    const next = text[at + 1] ?? '';
    const meant = quote === '"' ? ESCAPES[next] : next === "'" ? next : undefined;
    if (meant === undefined || at + 2 > span.end) continue;
    parts.push(verbatim(text, { start: kept, end: at }), opaque(meant, { start: at, end: at + 2 }));
    kept = at + 2;
  }
  return parts.length === 0
    ? verbatim(text, span)
    : concat([...parts, verbatim(text, { start: kept, end: span.end })], span);
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at])) at++;
  return at;
}

/** The offset of the line's end, before its CR. */
function lineEnd(text: string, from: number): number {
  const lf = text.indexOf('\n', from);
  const end = lf < 0 ? text.length : lf;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

function nextLine(text: string, end: number): number {
  const lf = text.indexOf('\n', end);
  return lf < 0 ? text.length : lf + 1;
}
