import { get } from '../../syntax/tree.ts';
import type { At } from './place.ts';

/** True of a text alone: the same place may also hold a list or a map, whose own places name what is in it. */
export function isScalar(at: At): boolean {
  const parent = at.parents.at(-1);
  const key = at.path.at(-1);
  const node = parent?.kind === 'list' && typeof key === 'number' ? parent.items[key] : get(parent, String(key ?? ''));
  return node?.kind === 'scalar';
}
