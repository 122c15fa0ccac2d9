import type { MapEntry, Node, Tree } from '../../syntax/tree.ts';

/**
 * Gives each directive its own name as the first of its words: in `587 inet n - y - - smtpd` and `10.0.0.1 port 53;` the
 * name is what is looked for.
 */
export function nameFirst(tree: Tree): Tree {
  return { ...tree, documents: tree.documents.map(withNames) };
}

function withNames(node: Node): Node {
  return node.kind === 'map' ? { ...node, entries: node.entries.map(withName) } : node;
}

function withName(entry: MapEntry): MapEntry {
  const { key, value } = entry;
  if (value?.kind !== 'list') return entry;
  const span = { start: Math.min(key.span.start, value.span.start), end: Math.max(key.span.end, value.span.end) };
  return { ...entry, value: { ...value, span, items: [key, ...value.items.map(withNames)] } };
}
