import { exactScalar } from '../sourceScalar.ts';
import { isBlank, isGap } from '../textCursor.ts';
import type { Blocks } from './blocks.ts';
import type { Cursor } from './cursor.ts';
import { readWord } from './word.ts';

/** `<Name argument …>` at the cursor opens a block. False where this is no tag. */
export function openTag(c: Cursor, blocks: Blocks): boolean {
  const { text, dialect, at } = c;
  const nameEnd = endOfName(text, at + 1);
  if (nameEnd === at + 1) return false;
  const stop = c.lineEnd(at);
  // Arguments such as `>= 2.4` hold the sign too: the last one on the line closes.
  let end = stop;
  for (let back = stop - 1; back >= nameEnd && end === stop; back--) if (text[back] === '>') end = back;
  if (end === stop) c.fail(at, stop, 'This tag is not closed');
  const name = exactScalar(text, { start: at + 1, end: nameEnd });
  blocks.directive = { name, items: [] };
  c.at = nameEnd;
  while (c.at < end) {
    if (isBlank(text[c.at])) c.at++;
    else blocks.directive.items.push(readWord(c, end, false));
  }
  c.at = Math.min(end + 1, text.length);
  if (dialect.rawTags.has(name.text.toLowerCase())) {
    skipRaw(c, name.text);
    blocks.end();
  } else blocks.open('tag', c.at);
  return true;
}

/** `</Name>` at the cursor closes the block of that name, and those in it that were left open. */
export function closeTag(c: Cursor, blocks: Blocks): boolean {
  const { text, at } = c;
  if (text[at + 1] !== '/') return false;
  const nameEnd = endOfName(text, at + 2);
  const name = text.slice(at + 2, nameEnd).toLowerCase();
  const closed = blocks.closeTo(at, ({ kind, owner }) => kind === 'tag' && owner?.name.text.toLowerCase() === name);
  if (!closed) c.fail(at, nameEnd, 'No such tag is open here');
  blocks.end();
  c.at = c.lineEnd(at);
  return true;
}

function endOfName(text: string, from: number): number {
  let at = Math.min(from, text.length);
  while (!isGap(text[at]) && text[at] !== '>') at++;
  return at;
}

function skipRaw(c: Cursor, name: string): void {
  const stop = c.find(`</${name}>`, c.at);
  c.at = stop < c.text.length ? stop + name.length + 3 : c.at;
}
