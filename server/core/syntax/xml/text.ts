import { concat, type Mapped, verbatim } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { MappedBuilder } from '../mappedBuilder.ts';
import { exactScalar, mappedScalar } from '../sourceScalar.ts';
import type { Scalar } from '../tree.ts';

/** A stretch of text between tags. What stands in CDATA has no entities. */
export interface TextPart {
  readonly span: Span;
  /** With `<![CDATA[` and `]]>`. */
  readonly outer: Span;
  readonly cdata: boolean;
}

/** White space as XML has it. */
export function isXmlBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r';
}

/** The text of the parts without the blanks around it; undefined where it is nothing else. */
export function textOf(source: string, parts: readonly TextPart[]): Scalar | undefined {
  let from = 0;
  let to = parts.length;
  while (from < to && isBlankPart(source, parts[from])) from++;
  while (from < to && isBlankPart(source, parts[to - 1])) to--;
  const first = parts[from];
  const last = parts[to - 1];
  if (from >= to || !first || !last) return undefined;
  let { start } = first.span;
  let { end } = last.span;
  while (isXmlBlank(source[start])) start++;
  while (isXmlBlank(source[end - 1])) end--;
  const inner = { start, end };
  const span = { start: first.cdata ? first.outer.start : start, end: last.cdata ? last.outer.end : end };
  if (first === last) return first.cdata ? exactScalar(source, inner, span) : withEntities(source, inner, span);
  const mapped: Mapped[] = [];
  for (const part of parts.slice(from, to)) {
    const within = { start: Math.max(start, part.span.start), end: Math.min(end, part.span.end) };
    mapped.push(part.cdata ? verbatim(source, within) : withEntities(source, within).mapped);
  }
  return mappedScalar(concat(mapped, inner), span);
}

function isBlankPart(source: string, part: TextPart | undefined): boolean {
  let at = part?.span.start ?? 0;
  while (at < (part?.span.end ?? 0) && isXmlBlank(source[at])) at++;
  return at === part?.span.end;
}

/** A text or the value of an attribute. An entity that only a DTD could tell stays as it is written. */
export function withEntities(
  source: string,
  inner: Span,
  span: Span = inner,
  style: Scalar['style'] = 'plain',
): Scalar {
  const written = source.slice(inner.start, inner.end);
  if (!written.includes('&')) return exactScalar(source, inner, span, style);
  const builder = new MappedBuilder(source);
  let kept = inner.start;
  for (const entity of written.matchAll(ENTITY)) {
    const meant = meaning(entity[1], entity[2], entity[3]);
    if (meant === undefined) continue;
    const at = inner.start + entity.index;
    builder.keep(kept, at);
    kept = at + entity[0].length;
    builder.put(meant, at, kept);
  }
  if (kept === inner.start) return exactScalar(source, inner, span, style);
  builder.keep(kept, inner.end);
  return mappedScalar(builder.build(inner), span, style);
}

/** Bounded, so that many `&` take no longer. */
const ENTITY = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function meaning(decimal = '', hexadecimal = '', name = ''): string | undefined {
  if (name !== '') return NAMED.get(name);
  const code = decimal === '' ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
