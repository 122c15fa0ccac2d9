import type { PortRange } from '../../../../registry/port.ts';
import { nameIn, type PortKey } from '../../facts/kubernetes.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { indexByPort } from '../../ports/portIndex.ts';
import { type PortText, writtenRange } from '../../ports/value.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import { onceEach } from '../../text/onceEach.ts';
import type { Span } from '../../text/span.ts';
import type { ClusterObject, ClusterPod, ClusterService } from '../cluster/cluster.ts';
import { occurrencesIn } from '../occurrencesIn.ts';
import type { Sighting, Snapshot } from '../snapshot.ts';
import type { Space } from './space.ts';

/** What a place means for the objects of a cluster. */
export interface ClusterPlace {
  readonly spaces: readonly Space[];
  /** The numbers, where a name stands for them. */
  readonly range: PortRange | undefined;
}

export interface ClusterPlaces {
  at(path: string, occurrence: PortOccurrence): ClusterPlace | undefined;
  /** The places where a name stands for the number. */
  named(range: PortRange): readonly Sighting[];
  /** The object that a place stands in. */
  objectAt(path: string, offset: number): ClusterObject | undefined;
}

export function createClusterPlaces(workspace: Snapshot): ClusterPlaces {
  const inFile = onceEach((path: string) => placesIn(workspace, path));
  const named = indexByPort(
    () => namedIn(workspace, inFile),
    ({ range }) => range,
  );
  return {
    at: (path, { span }) => inFile(path).get(span.start),
    named: range => named.at(range).map(({ place }) => place),
    objectAt(path, offset) {
      const objects = workspace.cluster().objectsOf(path);
      const found = objects[lowerBound(objects, offset + 1, ({ object }) => object.span.start) - 1];
      return found && offset <= found.object.span.end ? found : undefined;
    },
  };
}

function* namedIn(
  workspace: Snapshot,
  inFile: (path: string) => ReadonlyMap<number, ClusterPlace>,
): Iterable<{ readonly place: Sighting; readonly range: PortRange | undefined }> {
  for (const { path, kubernetes, occurrences } of workspace.documents()) {
    if (!kubernetes || kubernetes.objects.length === 0) continue;
    for (const occurrence of occurrences)
      if (occurrence.value.kind === 'name')
        yield { place: { path, occurrence }, range: inFile(path).get(occurrence.span.start)?.range };
  }
}

export function podSpace({ path, object }: ClusterObject): Space {
  const name = `pods of ${object.name ?? object.kind}`;
  return { key: `pod ${path} ${object.span.start}`, kind: 'pod', name, certainty: 'certain' };
}

export function serviceSpace({ path, object }: ClusterObject): Space {
  const name = `Service ${object.name ?? ''}`.trim();
  return { key: `service ${path} ${object.span.start}`, kind: 'service', name, certainty: 'certain' };
}

/** One application may be written several times, for clusters of its own each: of objects of one name, only one is meant. */
export function meantSpace(
  objects: readonly ClusterObject[],
  spaceOf: (object: ClusterObject) => Space,
): (object: ClusterObject) => Space {
  const nameOf = ({ object: { kind, name } }: ClusterObject): string => `${kind} ${name}`;
  const times = new Map<string, number>();
  for (const each of objects) times.set(nameOf(each), (times.get(nameOf(each)) ?? 0) + 1);
  return each => {
    const space = spaceOf(each);
    if (times.get(nameOf(each)) === 1) return space;
    return { ...space, certainty: 'likely', reason: `There are several of the name \`${each.object.name ?? ''}\`` };
  };
}

function placesIn(workspace: Snapshot, path: string): ReadonlyMap<number, ClusterPlace> {
  const found = new Map<number, ClusterPlace>();
  const cluster = workspace.cluster();
  for (const each of cluster.objectsOf(path)) {
    const { pod, service, references, selections } = each.object;
    if (pod) addPod({ ...each, pod });
    if (service) addService({ ...each, service });
    for (const reference of references)
      addServiceKey(reference.port, cluster.serviceNamed(each, reference.service) ?? []);
    for (const { of, labels, namespaces, port } of selections) {
      if (of === 'pods') addPodKey(port, cluster.pods(each, labels, namespaces) ?? []);
      else addServiceKey(port, cluster.services(each, labels, namespaces) ?? []);
    }
  }
  return found;

  function add(
    { span }: { readonly span: { readonly start: number } },
    spaces: readonly Space[],
    range?: PortRange,
  ): void {
    if (spaces.length > 0) found.set(span.start, { spaces, range });
  }

  function addPod(own: ClusterPod): void {
    for (const container of own.pod.containers) {
      for (const { number } of container.ports) add(number, [podSpace(own)]);
      for (const { hostPort } of container.ports) if (hostPort) add(hostPort, [nodeSpace(own)]);
      for (const { port } of container.probes) addPodKey(port, [own]);
    }
  }

  function addService(own: ClusterService): void {
    const { selector, ports } = own.service;
    const pods = selector ? (cluster.pods(own, selector) ?? []) : [];
    for (const { number, target, nodePort } of ports) {
      // Without a target, the number is the pods' too.
      add(number, [serviceSpace(own), ...(target ? [] : pods.map(meantSpace(pods, podSpace)))]);
      if (nodePort) add(nodePort, [nodeSpace(own)]);
      if (target) addPodKey(target, pods);
    }
  }

  function addPodKey(key: PortKey, pods: readonly ClusterPod[]): void {
    const spaceOf = meantSpace(pods, podSpace);
    addKey(
      key,
      pods.map(own => ({ space: spaceOf(own), ports: own.pod.containers.flatMap(({ ports }) => ports) })),
    );
  }

  function addServiceKey(key: PortKey, services: readonly ClusterService[]): void {
    const spaceOf = meantSpace(services, serviceSpace);
    addKey(
      key,
      services.map(own => ({ space: spaceOf(own), ports: own.service.ports })),
    );
  }

  /** A name may stand for another number in each pod; then the first tells which port it is about. */
  function addKey(key: PortKey, owners: readonly Owner[]): void {
    const name = nameIn(key);
    const meant = owners.flatMap(({ space, ports }) =>
      ports.flatMap(port => (port.name?.text === name ? [{ space, range: writtenRange(port.number.value) }] : [])),
    );
    const range = name === undefined ? undefined : meant[0]?.range;
    const spaces = range ? meant.filter(each => each.range?.first === range.first) : owners;
    if (name === undefined || range)
      add(
        key,
        spaces.map(({ space }) => space),
        range,
      );
  }
}

/** An object whose ports have names. */
interface Owner {
  readonly space: Space;
  readonly ports: readonly { readonly number: PortText; readonly name?: PortKey }[];
}

/** A cluster's nodes have their ports in common, as far as one file tells. */
function nodeSpace({ path }: ClusterObject): Space {
  return { key: `node ${path}`, kind: 'node', name: 'nodes', certainty: 'certain' };
}

/** A name that a container or a Service gives to one of its ports. */
export interface PortName {
  readonly name: string;
  readonly span: Span;
  /** Its number. */
  readonly place: Sighting;
}

/** In the order of their places. */
export function portNames(workspace: Snapshot, path: string): readonly PortName[] {
  const facts = workspace.facts(path);
  const objects = facts?.kubernetes?.objects ?? [];
  const named = objects.flatMap(({ pod, service }) => [
    ...(pod?.containers.flatMap(({ ports }) => ports) ?? []),
    ...(service?.ports ?? []),
  ]);
  return named.flatMap(({ name: key, number: { span } }) => {
    const name = key && nameIn(key);
    const [occurrence] = facts ? occurrencesIn(facts, { start: span.start, end: span.start + 1 }) : [];
    return key && name !== undefined && occurrence ? [{ name, span: key.span, place: { path, occurrence } }] : [];
  });
}
