import { readImage } from '../../ports/image.ts';
import { get, scalar } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import type { At, Scope } from '../tree/place.ts';

/** Whatever stands below `services.<name>` (or another of `keys`) is in the container of that name. */
export function containerScope(keys: ReadonlySet<string>): (at: At) => Scope {
  return at => {
    const { path, parents } = at;
    const index = path.findIndex(key => keys.has(String(key)));
    const container = index < 0 ? undefined : parents[index + 2];
    const key = path[index + 1];
    const name = typeof key === 'string' ? key : nameOf(parents[index + 2]);
    if (index < 0 || name === undefined) return { namespace: { kind: 'unknown' } };
    const image = scalar(get(container, 'image'));
    return {
      namespace: { kind: 'container', id: name },
      owner: { kind: 'service', name, ...optional('image', image && readImage(image.text).name) },
    };
  };
}

function nameOf(container: At['parents'][number] | undefined): string | undefined {
  const named = ['alias', 'container', 'name'].map(key => scalar(get(container, key))?.text);
  return named.find(name => name !== undefined && name !== '');
}
