import type { Node, Scalar, Tree } from '../../../server/core/syntax/tree.ts';

/** All scalars where they stand in the text, keys before their values; what aliases and merge keys repeat is left out. */
export function leavesOf(tree: Tree): readonly Scalar[] {
  return tree.documents
    .flatMap(document => leaves(document))
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function leaves(node: Node | undefined, seen: Set<Node> = new Set()): Scalar[] {
  if (node === undefined || seen.has(node)) return [];
  seen.add(node);
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(item => leaves(item, seen));
  return node.entries
    .filter(entry => !entry.merged)
    .flatMap(entry => [...leaves(entry.key, seen), ...leaves(entry.value, seen)]);
}
