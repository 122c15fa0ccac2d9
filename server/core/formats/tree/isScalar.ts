import type { Node } from '../../syntax/tree.ts';
import type { At } from './place.ts';

/** True of a text alone: the same place may also hold a list or a map, whose own places name what is in it. */
export function isScalar(_: At, node: Node): boolean {
  return node.kind === 'scalar';
}
