import type { Node } from '../../syntax/tree.ts';
import type { At } from './place.ts';

/** True of a text or a list: the same key may also hold a map, whose own places name what is in it. */
export function isText(_: At, node: Node): boolean {
  return node.kind !== 'map';
}
