import type { DocumentFacts } from '../../facts/document.ts';
import type { ServiceObject } from '../../facts/kubernetes.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ClusterPod } from './cluster.ts';

/** The Services of a file that select pods, each with those that are surely meant; none where nobody can tell. */
export function* selectingServices(
  workspace: Snapshot,
  facts: DocumentFacts,
): Iterable<{ readonly service: ServiceObject; readonly pods: readonly ClusterPod[] }> {
  if (!facts.kubernetes?.objects.some(({ service }) => service?.selector)) return;
  const cluster = workspace.cluster();
  for (const each of cluster.objectsOf(facts.path)) {
    const { service } = each.object;
    if (each.isOpen || !service?.selector) continue;
    const pods = cluster.pods(each, service.selector);
    if (pods) yield { service, pods };
  }
}
