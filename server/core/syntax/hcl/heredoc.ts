import type { Mapped } from '../../text/mapped.ts';
import { MappedBuilder } from '../mappedBuilder.ts';
import { exactScalar, mappedScalar } from '../sourceScalar.ts';
import { isBlank } from '../textCursor.ts';
import type { Scalar } from '../tree.ts';
import type { HclCursor } from './hclCursor.ts';

interface Line {
  readonly start: number;
  /** Where the first character stands that is no blank. */
  readonly content: number;
  /** Behind the line break. */
  readonly end: number;
}

/** The lines between `<<NAME` at the cursor and NAME. After `<<-` their common indentation goes. */
export function readHeredoc(c: HclCursor): Scalar | undefined {
  const { text, at } = c;
  if (!text.startsWith('<<', at)) return undefined;
  const strip = text[at + 2] === '-';
  const first = c.lineEnd(at);
  const name = text.slice(at + (strip ? 3 : 2), first).trimEnd();
  if (!/^[\w-]+$/.test(name)) return undefined;
  const lines: Line[] = [];
  const begin = Math.min(nextLine(text, first), text.length);
  let start = begin;
  let closed = false;
  while (start < text.length && !closed) {
    const lineEnd = c.lineEnd(start);
    const content = contentOf(text, start, lineEnd);
    closed = text.startsWith(name, content) && contentOf(text, content + name.length, lineEnd) === lineEnd;
    if (closed) c.at = content + name.length;
    else {
      const end = Math.min(nextLine(text, lineEnd), text.length);
      lines.push({ start, content, end });
      start = end;
    }
  }
  if (!closed) {
    c.fail(at, first, 'This text is not closed');
    c.at = start;
  }
  const inner = { start: begin, end: Math.max(start, begin) };
  const span = { start: at, end: c.at };
  if (!strip) return exactScalar(text, inner, span, 'literal');
  return mappedScalar(textOf(text, lines, inner), span, 'literal');
}

function textOf(source: string, lines: readonly Line[], span: { start: number; end: number }): Mapped {
  let indent = Number.POSITIVE_INFINITY;
  for (const { start, content, end } of lines) {
    if (content < end && source[content] !== '\n' && source[content] !== '\r') {
      indent = Math.min(indent, content - start);
    }
  }
  const builder = new MappedBuilder(source);
  for (const { start, content, end } of lines) builder.keep(Math.min(content, start + indent), end);
  return builder.build(span);
}

function contentOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text[at])) at++;
  return at;
}

function nextLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
