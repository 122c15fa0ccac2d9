import { readImage } from '../../ports/image.ts';
import { get, scalar } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import type { At, Scope } from '../tree/place.ts';

/** The container that a module starts. Elsewhere nobody knows whose port it is: a file serves many machines. */
export function moduleScope({ path, parents }: At): Scope {
  const index = path.findIndex(key => /(?:docker|podman)_container$/.test(String(key)));
  const module = index < 0 ? undefined : parents[index + 1];
  const name = scalar(get(module, 'name'))?.text;
  if (name === undefined) return { namespace: { kind: 'unknown' } };
  const image = scalar(get(module, 'image'));
  return {
    namespace: { kind: 'container', id: name },
    owner: { kind: 'service', name, ...optional('image', image && readImage(image.text).name) },
  };
}
