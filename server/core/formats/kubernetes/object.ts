import { readImage } from '../../ports/image.ts';
import type { Namespace } from '../../ports/occurrence.ts';
import { type MapNode, type Node, scalar } from '../../syntax/tree.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import type { At, Scope } from '../tree/place.ts';

/** The kind of the object that a place belongs to: the nearest one, as an object may hold another. */
export function kindOf(at: At): string {
  return scalar(at.get(objectOf(at), 'kind'))?.text ?? '';
}

/** Holds a place to objects of these kinds. */
export function inKind(...kinds: readonly string[]): (at: At) => boolean {
  return at => kinds.includes(kindOf(at));
}

function objectOf(at: At): MapNode | undefined {
  return nearest(at, map => has(at, map, 'kind') && (has(at, map, 'apiVersion') || has(at, map, 'metadata')));
}

function nearest({ parents }: At, test: (map: MapNode) => boolean): MapNode | undefined {
  for (let index = parents.length - 1; index >= 0; index--) {
    const parent = parents[index];
    if (parent?.kind === 'map' && test(parent)) return parent;
  }
  return undefined;
}

function has(at: At, map: MapNode, key: string): boolean {
  return at.get(map, key) !== undefined;
}

/** Whose port a place names: that of a Service in the cluster, of a node, or of the pods of a workload. */
export function kubernetesScope(at: At): Scope {
  const object = objectOf(at);
  const name = nameOf(object, at);
  const key = at.keys.at(-1);
  const isNode = key === 'nodePort' || key === 'hostPort' || key === 'healthCheckNodePort';
  if (scalar(at.get(object, 'kind'))?.text === 'Service' && !at.keys.includes('containers')) {
    const isOwn = name !== undefined && key !== 'targetPort';
    const namespace: Namespace = isNode ? NODE : isOwn ? { kind: 'cluster', id: name } : UNSCOPED;
    return name === undefined ? { namespace } : { namespace, owner: { kind: 'service', name } };
  }
  const pod = nearest(at, map => POD_KEYS.some(known => at.get(map, known)?.kind === 'list'));
  if (!pod) return { namespace: isNode ? NODE : UNSCOPED };
  const onNode = isNode || scalar(at.get(pod, 'hostNetwork'))?.text === 'true';
  const namespace: Namespace = onNode ? NODE : name === undefined ? UNSCOPED : { kind: 'pod', id: name };
  const image = imageAt(at);
  if (name === undefined) return { namespace };
  return { namespace, owner: { kind: 'workload', name, ...(image === undefined ? {} : { image }) } };
}

const POD_KEYS: readonly string[] = ['containers', 'initContainers', 'ephemeralContainers'];
const NODE: Namespace = { kind: 'node' };
const UNSCOPED: Namespace = { kind: 'unknown' };

/** The name of the image of the container around a place. */
export function imageAt(at: At): string | undefined {
  const container = nearest(at, map => at.get(map, 'image')?.kind === 'scalar');
  const image = scalar(at.get(container, 'image'));
  if (!image) return undefined;
  const { name } = readImage(at.text(image).text);
  return name === '' || name.includes(UNKNOWN) ? undefined : name;
}

function nameOf(object: Node | undefined, at: At): string | undefined {
  const name = scalar(at.get(at.get(object, 'metadata'), 'name'));
  const text = name && at.text(name).text;
  return text === undefined || text === '' || text.includes(UNKNOWN) ? undefined : text;
}
