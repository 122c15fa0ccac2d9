import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { escapeAt } from '../escape.ts';
import { MappedBuilder } from '../mappedBuilder.ts';
import { exactScalar, mappedScalar } from '../sourceScalar.ts';
import { isLineEnd } from '../textCursor.ts';
import type { Scalar } from '../tree.ts';
import type { HclCursor } from './hclCursor.ts';

/** The text in double quotes at the cursor. What is interpolated stays as it is written. */
export function readString(c: HclCursor): Scalar {
  const { text } = c;
  const inner = skipString(c);
  const span: Span = { start: inner.start - 1, end: c.at };
  if (!text.slice(inner.start, inner.end).includes('\\')) return exactScalar(text, inner, span, 'double');
  return mappedScalar(unescaped(text, inner), span, 'double');
}

const MANY = 20;

/** Goes over the text in quotes at the cursor, with the texts in its interpolations. */
export function skipString(c: HclCursor): Span {
  const { text, at: start } = c;
  // `"` stands for a text that is open, the others for brackets of an interpolation.
  const open = ['"'];
  let at = start + 1;
  while (at < text.length) {
    const char = text[at] ?? '';
    const inText = open.at(-1) === '"';
    if (isLineEnd(char) && (inText || open.length < 3 || c.unclosed > MANY)) break;
    if (inText) {
      if (char === '\\') at++;
      else if (char === '"') open.pop();
      else if ((char === '$' || char === '%') && text[at + 1] === '{') {
        if (text[at - 1] !== char) open.push('{');
        at++;
      }
    } else if ('"{(['.includes(char)) open.push(char);
    else if ('})]'.includes(char)) open.pop();
    at++;
    if (open.length === 0) {
      c.at = at;
      return { start: start + 1, end: at - 1 };
    }
  }
  c.unclosed++;
  c.at = c.lineEnd(start);
  c.fail(start, c.at, 'This quote is not closed');
  return { start: start + 1, end: Math.max(c.at, start + 1) };
}

function unescaped(source: string, inner: Span): Mapped {
  const builder = new MappedBuilder(source);
  let from = inner.start;
  let braces = 0;
  for (let at = inner.start; at < inner.end; at++) {
    const char = source[at];
    if (braces === 0 && char === '\\') {
      const known = escapeAt(source, at);
      if (known) {
        builder.keep(from, at);
        builder.put(known.text, at, at + known.length);
        from = at + known.length;
      }
      at += (known?.length ?? 2) - 1;
    } else if (char === '{' && (braces > 0 || '$%'.includes(source[at - 1] ?? ' '))) braces++;
    else if (char === '}' && braces > 0) braces--;
  }
  builder.keep(Math.min(from, inner.end), inner.end);
  return builder.build(inner);
}
