import { CLOSE_LIST, CLOSE_MAP, DOUBLE_QUOTE, OPEN_LIST, OPEN_MAP, SINGLE_QUOTE } from '../characters.ts';
import { type LazyScalar, plainScalar } from '../lazyScalar.ts';
import { DEEPEST, type ListNode, type MapNode } from '../tree.ts';
import { fail, type JsonCursor } from './jsonCursor.ts';
import { readList } from './jsonList.ts';
import { readMap } from './jsonMap.ts';
import { readString } from './jsonString.ts';
import { readWordValue } from './jsonWord.ts';

/** The value at the cursor, which stands at content that ends nothing. */
export function readValue(c: JsonCursor): LazyScalar | MapNode | ListNode {
  const code = c.text.charCodeAt(c.at);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readString(c);
  if (code === OPEN_LIST) return c.maps + c.lists < DEEPEST ? readList(c) : skipNested(c);
  if (code === OPEN_MAP && c.templates.end(c.at) < 0) return c.maps + c.lists < DEEPEST ? readMap(c) : skipNested(c);
  return readWordValue(c);
}

/** Goes over a collection without a look at what is in it: whoever walks the tree may recurse. */
function skipNested(c: JsonCursor): LazyScalar {
  const start = c.at;
  if (!c.tooDeep) fail(c, start, start + 1, 'This is nested too deeply');
  c.tooDeep = true;
  let open = 0;
  while (c.at < c.length) {
    const code = c.text.charCodeAt(c.at);
    if (code === DOUBLE_QUOTE) {
      readString(c);
      continue;
    }
    c.at++;
    if (code === OPEN_LIST || code === OPEN_MAP) open++;
    else if ((code === CLOSE_LIST || code === CLOSE_MAP) && --open === 0) break;
  }
  c.last = c.at;
  return plainScalar(c.text, start, start);
}
