import { join, type Span } from './span.ts';

/**
 * A text made from a source, which remembers where each part of it stands there: a YAML scalar without its quotes and
 * escapes, a value with its variables filled in, a shell line of several source lines. Readers work on `text` and ask
 * `originOf` for the place, so the same reader serves every nesting.
 */
export interface Mapped {
  readonly text: string;
  /** In order, without gaps; empty only for an empty text. */
  readonly segments: readonly Segment[];
  /** Where the whole stands, also when `text` is empty. */
  readonly span: Span;
}

export interface Segment {
  /** Offset in `Mapped.text`; the segment ends where the next begins. */
  readonly at: number;
  readonly span: Span;
  /** The source slice at `span` is this segment's text, character for character. */
  readonly exact: boolean;
  /** The expressions that this part came out of, outermost first. */
  readonly variables?: readonly Variable[] | undefined;
}

/** One `${NAME:-fallback}` on the way to a text. */
export interface Variable {
  readonly name: string;
  /** The whole expression, `$` and braces included. */
  readonly span: Span;
  /** fallback: the text is the expression's own default; value: it was looked up; unknown: nobody could tell. */
  readonly from: 'fallback' | 'value' | 'unknown';
}

export interface Origin {
  readonly span: Span;
  /** An edit of `span` changes exactly this part. */
  readonly exact: boolean;
  readonly variables: readonly Variable[];
}

/** Stands in a text for what nobody could tell. No config holds it, and no grammar accepts it. */
export const UNKNOWN = '\uFFFC';

/** A part of the source as it is. */
export function verbatim(source: string, span: Span): Mapped {
  return new Verbatim(source, span);
}

/** Nearly every text is one, and most are never asked for their segments, so these are made on demand. */
class Verbatim implements Mapped {
  readonly span: Span;
  readonly #source: string;

  constructor(source: string, span: Span) {
    this.#source = source;
    this.span = span;
  }

  get text(): string {
    return this.#source.slice(this.span.start, this.span.end);
  }

  get segments(): readonly Segment[] {
    return this.span.start === this.span.end ? [] : [{ at: 0, span: this.span, exact: true }];
  }

  /** Half-open offsets of the text. */
  part(start: number, end: number): Verbatim {
    return new Verbatim(this.#source, this.spanOf(start, end));
  }

  spanOf(start: number, end: number): Span {
    return { start: this.span.start + start, end: Math.min(this.span.start + end, this.span.end) };
  }
}

/** A text whose characters cannot be told apart in the source (folded, escaped, computed). */
export function opaque(text: string, span: Span, variables?: readonly Variable[]): Mapped {
  return { text, segments: text === '' ? [] : [{ at: 0, span, exact: false, variables }], span };
}

export function concat(parts: readonly Mapped[], span: Span): Mapped {
  const segments: Segment[] = [];
  let text = '';
  for (const part of parts) {
    // Written out, here and below, as spreading objects costs several times as much.
    for (const { at, span: place, exact, variables } of part.segments)
      segments.push({ at: at + text.length, span: place, exact, variables });
    text += part.text;
  }
  return { text, segments, span };
}

/** The same text as what came out of an expression. */
export function fromVariable(mapped: Mapped, variable: Variable): Mapped {
  return {
    text: mapped.text,
    span: mapped.span,
    segments: mapped.segments.map(({ at, span, exact, variables }) => ({
      at,
      span,
      exact,
      variables: variables ? [variable, ...variables] : [variable],
    })),
  };
}

/** `[start, end)` in offsets of `mapped.text`. */
export function slice(mapped: Mapped, start: number, end: number): Mapped {
  if (mapped instanceof Verbatim) return mapped.part(start, end);
  const { text, segments } = mapped;
  const first = segmentAt(segments, start);
  const only = segments[first];
  // Nearly every word lies in one line, and so in one segment.
  if (only && only.at <= start && start < end && end <= (segments[first + 1]?.at ?? text.length)) {
    const span = within(only, segments[first + 1]?.at ?? text.length, start, end);
    const segment = { at: 0, span, exact: only.exact, variables: only.variables };
    return { text: text.slice(start, end), segments: [segment], span };
  }
  const kept: Segment[] = [];
  for (let index = first; index < segments.length; index++) {
    const segment = segments[index];
    if (!segment || segment.at >= end) break;
    const stop = segments[index + 1]?.at ?? text.length;
    const from = Math.max(start, segment.at);
    const to = Math.min(end, stop);
    if (from >= to) continue;
    const { exact, variables } = segment;
    kept.push({ at: from - start, span: within(segment, stop, from, to), exact, variables });
  }
  const origin = originOf(mapped, start, end);
  return { text: text.slice(start, end), segments: kept, span: origin.span };
}

/** Where `[start, end)` of `mapped.text` comes from. An empty stretch gives the empty place before its first character. */
export function originOf(mapped: Mapped, start: number, end: number): Origin {
  if (mapped instanceof Verbatim) return { span: mapped.spanOf(start, end), exact: true, variables: [] };
  const { text, segments, span } = mapped;
  let found: Span | undefined;
  let exact = true;
  let parts = 0;
  let variables: Set<Variable> | undefined;
  for (let index = segmentAt(segments, start); index < segments.length; index++) {
    const segment = segments[index];
    if (!segment || segment.at > end) break;
    const stop = segments[index + 1]?.at ?? text.length;
    const from = Math.max(start, segment.at);
    const to = Math.min(end, stop);
    if (start === end ? !(segment.at <= start && start < stop) : from >= to) continue;
    const part = within(segment, stop, from, to);
    // Two neighbours that touch in the source and are exact read as one, unless a variable lies between.
    const touching: boolean =
      found === undefined || (found.end === part.start && sameVariables(variables, segment.variables));
    exact = exact && segment.exact && touching;
    for (const variable of segment.variables ?? []) variables = (variables ?? new Set()).add(variable);
    found = found ? join(found, part) : part;
    parts++;
  }
  if (!found) {
    const last = segments.at(-1);
    const at = start === 0 && !last ? span.start : (last?.span.end ?? span.start);
    return { span: { start: at, end: at }, exact: true, variables: [] };
  }
  return { span: found, exact: exact && parts > 0, variables: variables ? [...variables] : [] };
}

/** The index of the segment that holds the offset `at`. A text of many lines has many, and is asked for many words. */
function segmentAt(segments: readonly Segment[], at: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function within(segment: Segment, stop: number, from: number, to: number): Span {
  if (!segment.exact) return segment.span;
  const start = segment.span.start + (from - segment.at);
  return { start, end: Math.min(segment.span.start + (stop - segment.at), start + (to - from)) };
}

function sameVariables(a: ReadonlySet<Variable> | undefined, b: readonly Variable[] | undefined): boolean {
  return (a?.size ?? 0) === (b?.length ?? 0) && (b ?? []).every(variable => a?.has(variable));
}
