import { LESS } from '../characters.ts';
import type { MapEntry, MapNode, Node, Scalar } from '../tree.ts';

/** `<<` without quotes. https://yaml.org/type/merge.html */
export function isMergeKey(text: string, key: Scalar): boolean {
  const { start, end } = key.span;
  return end - start === 2 && text.charCodeAt(start) === LESS && text.charCodeAt(start + 1) === LESS;
}

/**
 * Puts the entries of merged maps in the place of `<<`, behind the map's own. Own keys win, then earlier maps. A `<<`
 * without a map to merge stays as it is written.
 */
export function mergeKeys(text: string, entries: readonly MapEntry[]): MapEntry[] {
  const result: MapEntry[] = [];
  const sources: { readonly map: MapNode; readonly elsewhere: boolean }[] = [];
  for (const entry of entries) {
    const maps = isMergeKey(text, entry.key) ? mapsOf(entry.value) : [];
    if (maps.length === 0) result.push(entry);
    for (const map of maps) sources.push({ map, elsewhere: map.span.start < entry.key.span.start });
  }
  const given = new Set(result.map(entry => entry.key.text));
  for (const { map, elsewhere } of sources) {
    const fresh = map.entries.filter(entry => !given.has(entry.key.text));
    for (const { key, value, merged } of fresh) {
      given.add(key.text);
      result.push({ key, value, merged: merged || elsewhere });
    }
  }
  return result;
}

function mapsOf(value: Node | undefined): readonly MapNode[] {
  if (value?.kind === 'map') return [value];
  return value?.kind === 'list' ? value.items.filter(item => item.kind === 'map') : [];
}
