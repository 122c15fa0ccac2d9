import type { Cursor } from './cursor.ts';

/** Goes over a block of Lua, whose opening brace is behind the cursor. */
export function skipCode(c: Cursor): void {
  const { text } = c;
  let open = 1;
  while (c.at < text.length && open > 0) {
    const char = text[c.at];
    if (char === '{') open++;
    else if (char === '}') open--;
    else if (char === '"' || char === "'") c.at = stringEnd(c, char);
    else if (text.startsWith('--[[', c.at)) c.at = c.find(']]', c.at);
    else if (text.startsWith('--', c.at)) c.at = c.lineEnd(c.at) - 1;
    else if (text.startsWith('[[', c.at)) c.at = c.find(']]', c.at);
    c.at++;
  }
  c.at = Math.min(c.at, text.length);
  if (open > 0) c.fail(text.length, text.length, 'This block is not closed');
}

/** The offset of the closing quote, or of the last character of the line where there is none. */
function stringEnd(c: Cursor, quote: string): number {
  const stop = c.lineEnd(c.at);
  let at = c.at + 1;
  while (at < stop && c.text[at] !== quote) at += c.text[at] === '\\' ? 2 : 1;
  return Math.min(at, Math.max(stop - 1, c.at));
}
