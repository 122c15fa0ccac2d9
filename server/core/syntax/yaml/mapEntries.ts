import type { MapEntry, Node } from '../tree.ts';
import { YamlMap, type YamlNode } from './collections.ts';
import type { Cursor } from './cursor.ts';
import { isMergeKey, mergeKeys } from './mergeKeys.ts';

/** A key that is no scalar has no name that anyone could ask for: its entry is left out. */
export function addEntry(c: Cursor, entries: MapEntry[], key: YamlNode, value: Node | undefined): void {
  c.size += 2;
  if (key.kind === 'scalar') entries.push({ key, value, merged: false });
}

/** Ends a map: merge keys bring their entries in. */
export function finishMap(c: Cursor, start: number, flow: boolean, entries: MapEntry[]): YamlMap {
  const merges = entries.some(entry => isMergeKey(c.text, entry.key));
  return new YamlMap(start, c.last, flow, merges ? mergeKeys(c.text, entries) : entries);
}
