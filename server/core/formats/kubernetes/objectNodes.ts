import { get, items, type Node, scalar } from '../../syntax/tree.ts';

/** The object of a document, or those within its `List`. */
export function objectNodes(document: Node): readonly Node[] {
  const isList = /List$/.test(scalar(get(document, 'kind'))?.text ?? '');
  return isList ? items(get(document, 'items')) : [document];
}

/** What holds `metadata` and `spec` of a pod: the pod itself, or the template of a workload. */
export function templateNode(kind: string, object: Node): Node | undefined {
  if (kind === 'Pod') return object;
  const spec = get(object, 'spec');
  return kind === 'CronJob' ? get(get(get(spec, 'jobTemplate'), 'spec'), 'template') : get(spec, 'template');
}

/** The probes and lifecycle hooks that a container may have, by their keys. */
export function probeNodes(container: Node): readonly { readonly key: string; readonly node: Node | undefined }[] {
  const lifecycle = get(container, 'lifecycle');
  return [
    ...['livenessProbe', 'readinessProbe', 'startupProbe'].map(key => ({ key, node: get(container, key) })),
    ...['postStart', 'preStop'].map(key => ({ key, node: get(lifecycle, key) })),
  ];
}

/** Objects of other kinds may make pods of their template in whatever way. */
export function isWorkload(kind: string): boolean {
  return WORKLOADS.has(kind);
}

const WORKLOADS: ReadonlySet<string> = new Set(
  'Pod CronJob Deployment ReplicaSet StatefulSet DaemonSet ReplicationController Job Rollout DeploymentConfig'.split(
    ' ',
  ),
);
