import { get } from '../../syntax/tree.ts';
import type { At } from './place.ts';

/** True of a text or a list: the same key may also hold a map, whose own places name what is in it. */
export function isText(at: At): boolean {
  const parent = at.parents.at(-1);
  const key = at.path.at(-1);
  const node = parent?.kind === 'list' && typeof key === 'number' ? parent.items[key] : get(parent, String(key ?? ''));
  return node !== undefined && node.kind !== 'map';
}
