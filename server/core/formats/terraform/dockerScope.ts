import { readImage } from '../../ports/image.ts';
import { get, type Node, scalar } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import type { At, Scope } from '../tree/place.ts';

/**
 * The ports of a `docker_container` are those of its image.
 * https://registry.terraform.io/providers/kreuzwerker/docker/latest/docs/resources/container
 */
export function dockerScope(at: At): Scope {
  const { path, parents } = at;
  const namespace = { kind: 'unknown' } as const;
  const [resource, type, name] = path;
  if (resource !== 'resource' || type !== 'docker_container' || typeof name !== 'string') return { namespace };
  const image = imageOf(parents[0], scalar(at.get(parents[3], 'image'))?.text ?? '');
  return { namespace, owner: { kind: 'service', name, ...optional('image', image && readImage(image).name) } };
}

/** As it is written, or through the resource that pulls it: `docker_image.db.image_id`. */
function imageOf(root: Node | undefined, written: string): string | undefined {
  const [, resource] = /^(?:\$\{)?docker_image\.([\w-]+)\.\w+\}?$/.exec(written) ?? [];
  const image = resource === undefined ? written : pulled(root, resource);
  return image === undefined || /^$|[$()[\]]|^(?:var|local|data|module)\./.test(image) ? undefined : image;
}

function pulled(root: Node | undefined, name: string): string | undefined {
  // Asked for each port of the file.
  if (root?.kind !== 'map' || root.entries.length > MOST_ENTRIES) return undefined;
  const images = root.entries.flatMap(({ key, value }) =>
    key.text === 'resource' ? (get(get(value, 'docker_image'), name) ?? []) : [],
  );
  return scalar(get(images[0], 'name'))?.text;
}

const MOST_ENTRIES = 200;
