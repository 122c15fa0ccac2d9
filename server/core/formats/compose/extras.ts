import { interpolate } from '../../ports/read/interpolate.ts';
import { entries, get, items, type MapEntry, type Node, scalar } from '../../syntax/tree.ts';
import type { Collector } from '../collector.ts';
import type { Source } from '../format.ts';
import { pathTrie } from '../tree/pathTrie.ts';
import { at } from '../tree/place.ts';
import { walk } from '../tree/walk.ts';
import { file } from '../values/file.ts';
import { setting } from '../values/setting.ts';

/**
 * What belongs to no service: the files that `configs` has in it, and extensions (`x-…`). A fragment that services merge
 * was read with them, and counts once. https://docs.docker.com/reference/compose-file/configs/
 */
export function collectExtras(found: Collector, documents: readonly Node[], source: Source): void {
  for (const document of documents) collectMounted(found, document, source);
  const extras = documents.map(document => ({ document, entries: extrasOf(document) }));
  if (extras.every(({ entries }) => entries.length === 0)) return;
  const targets = targetsOf(documents);
  const places = [
    at(
      'configs.*.content',
      file(({ keys }) => targets.get(keys[1] ?? '') ?? keys[1] ?? ''),
    ),
  ];
  const options = {
    trie: pathTrie(places, false),
    rest: setting(),
    dotted: false,
    found,
    text: ({ mapped }: { readonly mapped: Parameters<typeof interpolate>[0] }) => interpolate(mapped, 'dollar'),
    scope: () => ({ namespace: { kind: 'unknown' } }) as const,
    words: source.words,
    embed: source.embed,
  };
  for (const { document, entries } of extras)
    if (entries.length > 0) walk({ kind: 'map', span: document.span, flow: false, entries }, options);
}

function extrasOf(document: Node): readonly MapEntry[] {
  const found = entries(document).filter(({ key }) => key.text === 'configs' || key.text.startsWith('x-'));
  for (const { value } of entries(get(document, 'services')))
    for (const entry of entries(value)) if (entry.key.text.startsWith('x-')) found.push(entry);
  return found;
}

/** Coolify writes a mounted file into the mount itself. https://coolify.io/docs/knowledge-base/docker/compose#storage */
function collectMounted(found: Collector, document: Node, source: Source): void {
  for (const { key, value } of entries(get(document, 'services')))
    for (const [index, mount] of items(get(value, 'volumes')).entries()) {
      const content = scalar(get(mount, 'content'));
      if (!content) continue;
      const target = scalar(get(mount, 'target') ?? get(mount, 'source'))?.text ?? '';
      const path = ['services', key.text, 'volumes', index, 'content'];
      for (const occurrence of source.embed(target, content.mapped).occurrences)
        found.port({ ...occurrence, path: [...path, ...occurrence.path] });
    }
}

/** Where the services have each config: its path tells what it is. */
function targetsOf(documents: readonly Node[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const { value } of documents.flatMap(document => entries(get(document, 'services'))))
    for (const item of items(get(value, 'configs'))) {
      const name = scalar(get(item, 'source'))?.text;
      const target = scalar(get(item, 'target'))?.text;
      if (name !== undefined && target !== undefined) targets.set(name, target);
    }
  return targets;
}
