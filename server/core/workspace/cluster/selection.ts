import type { Labels } from '../../facts/kubernetes.ts';
import { addTo } from '../../text/addTo.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import { dirname, isInside } from '../../text/path.ts';
import type { ClusterObject } from './cluster.ts';

/** Objects by their labels: gives all that have those asked for; undefined where there are too many. */
export function labelIndex<T>(
  all: readonly T[],
  labelsOf: (each: T) => Labels,
): (wanted: Labels) => readonly T[] | undefined {
  const byLabel = new Map<string, T[]>();
  const keyOf = (key: string, value: string): string => `${key}\n${value}`;
  for (const each of all) {
    for (const [key, value] of labelsOf(each)) addTo(byLabel, keyOf(key, value), each);
  }
  return wanted => {
    if ([...wanted.values()].includes(UNKNOWN)) return undefined;
    const [rarest] = [...wanted]
      .map(([key, value]) => byLabel.get(keyOf(key, value)) ?? [])
      .toSorted((a, b) => a.length - b.length);
    if (!rarest || rarest.length > MOST) return undefined;
    return rarest.filter(each => {
      const labels = labelsOf(each);
      return [...wanted].every(([key, value]) => labels.get(key) === value);
    });
  };
}

/** More objects of the same labels are written by no hand, and are not gone through one by one. */
const MOST = 200;

/** `any` also where nobody can tell. An object without a namespace goes into whichever its file is applied to. */
export type Namespaces = readonly string[] | 'any' | undefined;

/**
 * Those of the nearest folder that has any, as a workspace may hold the same application several times. Undefined where
 * there are none, or where one of them may not be as it is written.
 */
export function nearest<T extends ClusterObject>(
  { path, object }: ClusterObject,
  candidates: readonly T[] | undefined,
  namespaces: Namespaces = object.namespace === undefined ? 'any' : [object.namespace],
): readonly T[] | undefined {
  const fitting = (candidates ?? []).filter(
    ({ object: { namespace } }) => namespaces === 'any' || namespace === undefined || namespaces.includes(namespace),
  );
  if (fitting.length === 0) return undefined;
  let folder = dirname(path);
  let found = fitting.filter(each => dirname(each.path) === folder);
  for (let steps = 0; found.length === 0 && steps <= FARTHEST; steps++, folder = dirname(folder))
    found = fitting.filter(each => isInside(each.path, folder));
  return found.length === 0 || found.some(({ isOpen }) => isOpen) ? undefined : found;
}

/** How many folders up: `apps/shop/services/` and `apps/shop/deployments/` belong together, two repositories do not. */
const FARTHEST = 2;
