import type { Span } from '../../text/span.ts';
import type { MapEntry, Scalar } from '../tree.ts';
import { type Elements, namedKey } from './elements.ts';
import { isXmlBlank, withEntities } from './text.ts';

/** The attributes of a tag and how it ends. */
export interface Attributes {
  readonly entries: MapEntry[];
  /** Behind the tag. */
  readonly end: number;
  /** The tag ends with `/>`. */
  readonly empty: boolean;
}

/** Reads the attributes from behind the name of a tag to its end. A tag without `>` ends before the next `<`. */
export function readAttributes(elements: Elements, from: number): Attributes {
  const { source } = elements;
  const entries: MapEntry[] = [];
  for (let at = from; ; ) {
    at = skipXmlBlanks(source, at);
    if (source[at] === '>') return { entries, end: at + 1, empty: false };
    if (source[at] === '/' && source[at + 1] === '>') return { entries, end: at + 2, empty: true };
    if (at >= source.length || source[at] === '<') {
      elements.fail(from, at, 'The tag is not closed');
      return { entries, end: at, empty: false };
    }
    NAME.lastIndex = at;
    const name = NAME.exec(source)?.[0];
    if (name === undefined) {
      elements.fail(at, at + 1, 'This is no attribute');
      at++;
      continue;
    }
    const key = namedKey(source, '@', at, at + name.length);
    const equals = skipXmlBlanks(source, at + name.length);
    at += name.length;
    let value: Scalar | undefined;
    if (source[equals] === '=') {
      value = readValue(elements, skipXmlBlanks(source, equals + 1));
      at = value ? value.span.end : equals + 1;
    }
    if (!value) elements.fail(key.span.start, at, 'The attribute has no value');
    entries.push({ key, value, merged: false });
  }
}

const NAME = /[^\s=<>"'/]+/y;

function readValue(elements: Elements, start: number): Scalar | undefined {
  const { source } = elements;
  const quote = source[start];
  if (quote !== '"' && quote !== "'") return readUnquoted(elements, start);
  const style = quote === '"' ? 'double' : 'single';
  let at = start + 1;
  // No `<` may stand in a value, but those of a template do.
  while (at < source.length && source[at] !== quote && (source[at] !== '<' || /[%?]/.test(source[at + 1] ?? ''))) at++;
  if (source[at] === quote) return withEntities(source, spanOf(start + 1, at), spanOf(start, at + 1), style);
  elements.fail(start, start + 1, 'The quote is not closed');
  at = start + 1;
  while (at < source.length && !/[\r\n<>]/.test(source[at] ?? '')) at++;
  return withEntities(source, spanOf(start + 1, at), spanOf(start, at), style);
}

function readUnquoted(elements: Elements, start: number): Scalar | undefined {
  const { source } = elements;
  let at = start;
  while (at < source.length && !/[\s<>]/.test(source[at] ?? '') && !(source[at] === '/' && source[at + 1] === '>'))
    at++;
  if (at === start) return undefined;
  elements.fail(start, at, 'The value has no quotes');
  return withEntities(source, spanOf(start, at));
}

function spanOf(start: number, end: number): Span {
  return { start, end };
}

/** The first offset at or behind `from` that is no white space. */
export function skipXmlBlanks(source: string, from: number): number {
  let at = from;
  while (isXmlBlank(source[at])) at++;
  return at;
}
