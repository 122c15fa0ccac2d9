import type { Mapped } from '../../text/mapped.ts';
import { MappedBuilder } from '../mappedBuilder.ts';
import { mappedScalar } from '../sourceScalar.ts';
import { isBlank } from '../textCursor.ts';
import type { Scalar } from '../tree.ts';
import type { Cursor } from './cursor.ts';

const MANY = 20;

/** `<<NAME` at the cursor, the lines up to NAME, which are indented as that is. Undefined where there is no such text. */
export function readHeredoc(c: Cursor): Scalar | undefined {
  const { text, at } = c;
  if (!text.startsWith('<<', at) || c.unclosed > MANY) return undefined;
  const first = c.lineEnd(at);
  const name = text.slice(at + 2, first).trimEnd();
  if (!/^[\w-]+$/.test(name)) return undefined;
  const lines: { readonly start: number; readonly content: number; readonly end: number }[] = [];
  let start = nextLine(text, first);
  while (start < text.length) {
    const end = c.lineEnd(start);
    let content = start;
    while (content < end && isBlank(text[content])) content++;
    if (text.startsWith(name, content)) {
      c.at = content + name.length;
      return mappedScalar(textOf(text, lines, start, content - start), { start: at, end: c.at }, 'literal');
    }
    lines.push({ start, content, end });
    start = nextLine(text, end);
  }
  c.unclosed++;
  c.fail(at, first, 'This text is not closed');
  return undefined;
}

function textOf(
  source: string,
  lines: readonly { readonly start: number; readonly content: number; readonly end: number }[],
  end: number,
  indent: number,
): Mapped {
  const builder = new MappedBuilder(source);
  lines.forEach((line, index) => {
    builder.keep(Math.min(line.content, line.start + indent), line.end);
    const next = lines[index + 1]?.start;
    if (next !== undefined) builder.put('\n', line.end, next);
  });
  return builder.build({ start: lines[0]?.start ?? end, end });
}

function nextLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
