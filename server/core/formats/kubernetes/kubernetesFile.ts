import { optional } from '../../text/optional.ts';
import { kustomization } from '../kustomize/kustomization.ts';
import type { TreeFormat } from '../tree/treeFormat.ts';
import { kubernetesObjects } from './objects.ts';
import { portFaults } from './portFaults.ts';

/** What a manifest, or a kustomization, says beside its ports. */
export const kubernetesFile: NonNullable<TreeFormat['facts']> = (tree, { path, text }, textOf) => {
  const objects = kubernetesObjects(tree, text, textOf);
  const own = kustomization(tree, path);
  if (objects.length === 0 && !own) return {};
  return { kubernetes: { objects, ...optional('kustomization', own) }, faults: portFaults(tree) };
};
