import type { TextCursor } from './textCursor.ts';
import { DEEPEST } from './tree.ts';

/** Goes over the brackets at the cursor, and reads what stands between them. */
export function inBrackets(c: TextCursor, close: string, readInside: () => void): void {
  const start = c.at;
  if (c.depth >= DEEPEST) {
    skipBrackets(c);
    return;
  }
  c.depth++;
  c.at++;
  readInside();
  c.depth--;
  if (c.text[c.at] === close) c.at++;
  else c.fail(start, start + 1, close === '}' ? 'This block is not closed' : 'This bracket is not closed');
}

/** Goes over brackets that are nested too deeply, without a look at what is in them. */
function skipBrackets(c: TextCursor): void {
  const { text } = c;
  c.fail(c.at, c.at + 1, 'This is nested too deeply');
  let open = 0;
  for (; c.at < text.length; c.at++) {
    const char = text[c.at] ?? '';
    if ('([{'.includes(char)) open++;
    else if (')]}'.includes(char) && --open <= 0) break;
  }
  c.at = Math.min(c.at + 1, text.length);
}
