import type { Node, Tree } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';

/** The bodies of the blocks of some names, wherever they stand, in the order of their places. */
export function serverBlocks({ documents }: Tree, names: ReadonlySet<string>): readonly Span[] {
  return documents.flatMap(document => inside(document, names));
}

function inside(node: Node, names: ReadonlySet<string>): readonly Span[] {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const bodies = value?.kind === 'list' ? value.items.filter(item => item.kind === 'map') : [];
    return names.has(key.text) ? bodies.map(({ span }) => span) : bodies.flatMap(body => inside(body, names));
  });
}
