import { DASH, isGap } from '../characters.ts';
import type { Node } from '../tree.ts';
import { AFTER_DASH, blockNode } from './block.ts';
import { TABS } from './blockMap.ts';
import { YamlList, type YamlNode } from './collections.ts';
import { type Cursor, fail } from './cursor.ts';
import { enter, leave, skipBlock } from './depth.ts';
import { plainAt } from './yamlScalar.ts';

/** Items behind dashes in `column`. */
export function blockList(c: Cursor, column: number): YamlNode {
  const start = c.at;
  if (!enter(c, start)) return skipBlock(c, column);
  const items: Node[] = [];
  while (c.column >= column) {
    if (c.tabbed) fail(c, c.lineStart, c.at, TABS);
    const dash = c.text.charCodeAt(c.at) === DASH && (isGap(c.text, c.at + 1) || isGlued(c, column));
    if (c.column > column && items.length > 0) fail(c, c.at, c.at + 1, 'This is indented further than the list');
    else if (!dash) break;
    if (dash) c.last = ++c.at;
    const item = blockNode(c, column, AFTER_DASH);
    if (item !== undefined || dash) items.push(item ?? plainAt(c.text, c.last, c.last));
    c.size++;
  }
  leave(c);
  return new YamlList(start, c.last, false, items);
}

/** `-"80:80"` among items: in its column nothing but an item makes sense. */
function isGlued(c: Cursor, column: number): boolean {
  if (c.column !== column) return false;
  fail(c, c.at, c.at + 1, 'A dash needs a blank behind it');
  return true;
}
