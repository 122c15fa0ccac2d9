import type { Node } from '../tree.ts';
import { AFTER_DASH, blockNode, isIndicator } from './block.ts';
import { TABS } from './blockMap.ts';
import { DASH } from './characters.ts';
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
    const dash = isIndicator(c, DASH);
    if (c.column > column && items.length > 0) fail(c, c.at, c.at + 1, 'This is indented further than the list');
    else if (!dash) break;
    if (dash) {
      c.last = ++c.at;
      items.push(blockNode(c, column, AFTER_DASH) ?? plainAt(c.text, c.last, c.last));
    } else {
      const item = blockNode(c, column, AFTER_DASH);
      if (item !== undefined) items.push(item);
    }
    c.size++;
  }
  leave(c);
  return new YamlList(start, c.last, false, items);
}
