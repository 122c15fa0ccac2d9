import type { PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { KubernetesObject, Labels, PodTemplate, ServiceObject } from '../../facts/kubernetes.ts';
import { indexByPort } from '../../ports/portIndex.ts';
import { writtenRange } from '../../ports/value.ts';
import { grouped } from '../../text/grouped.ts';
import { once } from '../../text/once.ts';
import { dirname } from '../../text/path.ts';
import type { Documents } from '../documents.ts';
import { kept } from '../kept.ts';
import { createKustomizations } from './kustomizations.ts';
import { type NodePort, nodePorts } from './nodePorts.ts';
import { labelIndex, type Namespaces, nearest } from './selection.ts';

/** The objects of all files together, as they would meet in a cluster. Nothing is computed before it is asked for. */
export interface Cluster {
  objectsOf(path: string): readonly ClusterObject[];
  /** The pods that labels mean, those of the nearest folder; undefined where what is in no file may decide. */
  pods(from: ClusterObject, labels: Labels, namespaces?: Namespaces): readonly ClusterPod[] | undefined;
  services(from: ClusterObject, labels: Labels, namespaces?: Namespaces): readonly ClusterService[] | undefined;
  serviceNamed(from: ClusterObject, name: string): readonly ClusterService[] | undefined;
  /** The ports of nodes that a file takes, in the order of their places. */
  nodePortsOf(path: string): readonly NodePort[];
  /** Everything in any file that takes a port of nodes. */
  nodePortsAt(range: PortRange): readonly NodePort[];
  /** True for files of one folder, and for those that one kustomization puts together. */
  areTogether(a: string, b: string): boolean;
  /** True where a file tells the API server which range nodePorts are taken from. */
  setsNodePortRange(): boolean;
}

export interface ClusterObject {
  readonly path: string;
  readonly object: KubernetesObject;
  /** What is written is not all: a template or a patch may change it, or it is itself a patch. */
  readonly isOpen: boolean;
}

export interface ClusterPod extends ClusterObject {
  readonly pod: PodTemplate;
}

export interface ClusterService extends ClusterObject {
  readonly service: ServiceObject;
}

/** The same cluster until a document changes that has something to do with it. */
export function keptCluster(): (documents: Documents) => Cluster {
  return kept((documents, before) => {
    const isSame = before?.changed.every(path =>
      [before.documents, documents].every(({ get }) => !isAboutClusters(get(path))),
    );
    return before && isSame ? before.value : createCluster(documents.all);
  });
}

function isAboutClusters(facts: DocumentFacts | undefined): boolean {
  return facts !== undefined && (facts.kubernetes !== undefined || facts.text.includes(NODE_PORT_RANGE));
}

/** An option of the API server. */
const NODE_PORT_RANGE = 'service-node-port-range';

function createCluster(documents: () => Iterable<DocumentFacts>): Cluster {
  const kustomizations = once(() => createKustomizations(documents()));
  const byFile = once(() => {
    const found = new Map<string, readonly ClusterObject[]>();
    for (const { path, kubernetes } of documents()) {
      if (!kubernetes || kubernetes.objects.length === 0) continue;
      found.set(
        path,
        kubernetes.objects.map(object => ({
          path,
          object,
          isOpen: object.isTemplate || kustomizations().changes(path, object),
        })),
      );
    }
    return found;
  });
  const all = once(() => [...byFile().values()].flat());
  const allPods = once(() =>
    all().flatMap((each): readonly ClusterPod[] => {
      const { pod } = each.object;
      return pod ? [{ ...each, pod, isOpen: each.isOpen || pod.isPartial }] : [];
    }),
  );
  const allServices = once(() =>
    all().flatMap((each): readonly ClusterService[] => {
      const { service } = each.object;
      return service ? [{ ...each, service }] : [];
    }),
  );
  const podsByLabel = once(() => labelIndex(allPods(), ({ pod }) => pod.labels));
  const servicesByLabel = once(() => labelIndex(allServices(), ({ object }) => object.labels));
  const servicesByName = once(() => labelIndex(allServices(), ({ object }) => new Map([['name', object.name ?? '']])));
  const onNodes = once(() => nodePorts(allServices(), allPods()));
  const onNodesByPort = once(() => indexByPort(onNodes, ({ port }) => writtenRange(port.value)));
  const onNodesByFile = once(() => grouped(onNodes(), ({ by }) => by.path));
  return {
    objectsOf: path => byFile().get(path) ?? [],
    pods: (from, labels, namespaces) => nearest(from, podsByLabel()(labels), namespaces),
    services: (from, labels, namespaces) => nearest(from, servicesByLabel()(labels), namespaces),
    serviceNamed: (from, name) => nearest(from, servicesByName()(new Map([['name', name]]))),
    nodePortsOf: path => onNodesByFile().get(path) ?? [],
    nodePortsAt: range => onNodesByPort().at(range),
    areTogether: (a, b) => dirname(a) === dirname(b) || kustomizations().areTogether(a, b),
    setsNodePortRange: once(() => [...documents()].some(({ text }) => text.includes(NODE_PORT_RANGE))),
  };
}
