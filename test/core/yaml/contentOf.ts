import type { Node } from '../../../server/core/syntax/tree.ts';

/** What a node holds: texts, arrays, objects; null where a value is missing. Of a repeated key the last one. */
export function contentOf(node: Node | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map(contentOf);
  return Object.fromEntries(node.entries.map(entry => [entry.key.text, contentOf(entry.value)]));
}
