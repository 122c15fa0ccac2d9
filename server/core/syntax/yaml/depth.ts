import { CLOSE_LIST, CLOSE_MAP, OPEN_LIST, OPEN_MAP } from '../characters.ts';
import { DEEPEST } from '../tree.ts';
import { type Cursor, fail, lineEnd, toContent } from './cursor.ts';
import { plainAt, type YamlScalar } from './yamlScalar.ts';

/** Counts a collection that begins. False where it is nested too deeply to be read. */
export function enter(c: Cursor, start: number): boolean {
  if (c.depth >= DEEPEST) {
    if (!c.tooDeep) fail(c, start, start + 1, 'This is nested too deeply');
    c.tooDeep = true;
    return false;
  }
  c.depth++;
  if (c.depth > c.deepest) c.deepest = c.depth;
  c.size++;
  return true;
}

/** Counts a collection that ends. */
export function leave(c: Cursor): void {
  c.depth--;
}

/** Goes over a flow collection without a look at what is in it. */
export function skipBrackets(c: Cursor): YamlScalar {
  const start = c.at;
  let open = 0;
  let at = start;
  for (; at < c.length; at++) {
    const code = c.text.charCodeAt(at);
    if (code === OPEN_LIST || code === OPEN_MAP) open++;
    else if ((code === CLOSE_LIST || code === CLOSE_MAP) && --open === 0) break;
  }
  c.at = c.last = Math.min(at + 1, c.length);
  return plainAt(c.text, start, start);
}

/** Goes over the lines of a block collection that begins in `column`. */
export function skipBlock(c: Cursor, column: number): YamlScalar {
  const start = c.at;
  do {
    c.at = c.last = lineEnd(c, c.at);
    toContent(c);
  } while (c.column >= column);
  return plainAt(c.text, start, start);
}
