import type { Node, Scalar } from '../../syntax/tree.ts';

/** The scalar itself, or those of a list: many keys take one value or several. Maps are passed over. */
export function scalars(node: Node): readonly Scalar[] {
  if (node.kind === 'scalar') return [node];
  return node.kind === 'list' ? node.items.filter(item => item.kind === 'scalar') : [];
}
