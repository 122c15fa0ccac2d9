import { CLOSE_LIST, CLOSE_MAP, COLON, COMMA, DOUBLE_QUOTE } from '../characters.ts';
import type { LazyScalar } from '../lazyScalar.ts';
import type { ListNode, MapNode, Node } from '../tree.ts';
import { fail, type JsonCursor, toContent, unclosed } from './jsonCursor.ts';
import { entryValue } from './jsonMap.ts';
import { comma, isKey, stray, takePending } from './jsonMarks.ts';
import { readValue } from './jsonValue.ts';

/** The list at the cursor, as far as it goes. */
export function readList(c: JsonCursor): ListNode {
  const start = c.at;
  const items: Node[] = [];
  c.last = ++c.at;
  c.lists++;
  readItems(c, start, items);
  c.lists--;
  return { kind: 'list', span: { start, end: c.last }, flow: true, items };
}

function readItems(c: JsonCursor, start: number, items: Node[]): void {
  let separated = true;
  for (;;) {
    toContent(c);
    const code = c.pending !== undefined ? DOUBLE_QUOTE : c.text.charCodeAt(c.at);
    if (code === COMMA) {
      comma(c, separated);
      separated = true;
    } else if (code === CLOSE_LIST) {
      c.last = ++c.at;
      return;
    } else if (c.at >= c.length || (code === CLOSE_MAP && c.maps > 0)) {
      unclosed(c, start);
      return;
    } else if (code === CLOSE_MAP || code === COLON) {
      stray(c);
    } else {
      if (!separated && c.pending === undefined) fail(c, c.at, c.at + 1, 'A comma is missing before this');
      separated = false;
      const before = c.last;
      const item = takePending(c) ?? readValue(c);
      if (item.kind === 'scalar' && isKey(c)) {
        // A key on a line of its own belongs to the map around this list, whose end was forgotten.
        if (c.maps > 0 && (c.unclosedAt === c.at || /[\n\r]/.test(c.text.slice(before, item.span.start)))) {
          c.pending = item;
          unclosed(c, start);
          return;
        }
        items.push(pair(c, item));
      } else items.push(item);
    }
  }
}

/** `"key": value` in a list. */
function pair(c: JsonCursor, key: LazyScalar): MapNode {
  fail(c, key.span.start, key.span.end, 'A list has no keys');
  c.last = ++c.at;
  const value = entryValue(c);
  const end = Math.max(value?.span.end ?? 0, key.span.end);
  return { kind: 'map', span: { start: key.span.start, end }, flow: true, entries: [{ key, value, merged: false }] };
}
