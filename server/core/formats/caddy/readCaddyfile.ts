import { CADDY } from '../../syntax/directives/dialects.ts';
import { readDirectives } from '../../syntax/directives.ts';
import type { ListNode, MapEntry, MapNode, Node, Scalar, Tree } from '../../syntax/tree.ts';
import { opaque } from '../../text/mapped.ts';
import { join } from '../../text/span.ts';

/**
 * A Caddyfile as a tree in which sites are values: each is an entry `site` with its addresses and its block, as there is
 * no name before them. So are the servers of the `layer4` app.
 */
export function readCaddyfile(text: string): Tree {
  const tree = readDirectives(text, CADDY);
  return {
    ...tree,
    documents: tree.documents.map(document => (document.kind === 'map' ? withSites(document) : document)),
  };
}

function withSites(document: MapNode): MapNode {
  return { ...document, entries: document.entries.map(entry => (isSite(entry.key) ? site(entry) : withLayer4(entry))) };
}

/** Not the global options, a snippet `(name)`, a named route `&(name)` or an import. */
function isSite({ text }: Scalar): boolean {
  return text !== '' && text !== 'import' && !text.startsWith('(') && !text.startsWith('&(');
}

function site({ key, value, merged }: MapEntry): MapEntry {
  const items = value?.kind === 'list' ? value.items : [];
  const span = join(key.span, value?.span ?? key.span);
  const addresses: ListNode = { kind: 'list', span, flow: false, items: [key, ...items] };
  return { key: named('site', key), value: addresses, merged };
}

function named(text: string, place: Scalar): Scalar {
  return { ...place, text, exact: false, mapped: opaque(text, place.span) };
}

/** https://github.com/mholt/caddy-l4 */
function withLayer4(entry: MapEntry): MapEntry {
  if (entry.key.text !== '' || entry.value?.kind !== 'list') return entry;
  const items = entry.value.items.map(item =>
    inBlock(item, options => (options.key.text === 'layer4' ? servers(options) : options)),
  );
  return { ...entry, value: { ...entry.value, items } };
}

function servers(entry: MapEntry): MapEntry {
  if (entry.value?.kind !== 'list') return entry;
  return { ...entry, value: { ...entry.value, items: entry.value.items.map(item => inBlock(item, site)) } };
}

function inBlock(node: Node, change: (entry: MapEntry) => MapEntry): Node {
  return node.kind === 'map' ? { ...node, entries: node.entries.map(change) } : node;
}
