import { asPort } from '../../../../registry/port.ts';
import {
  type ContainerPort,
  type KubernetesObject,
  type Labels,
  nameIn,
  type PodTemplate,
  type ServiceObjectPort,
} from '../../facts/kubernetes.ts';
import { writtenRange } from '../../ports/value.ts';
import { dirname } from '../../text/path.ts';
import { covers } from '../../text/span.ts';
import { imageOffers } from './insideOffers.ts';
import { numberOffer, type Offer, singles } from './offer.ts';
import type { PortKeyPlace } from './portKey.ts';
import type { Slot } from './slot.ts';

/** In Kubernetes: the ports of what a place speaks of, by name and by number. */
export function clusterOffers(slot: Slot): readonly Offer[] {
  const { portKey, facts } = slot;
  if (!facts.kubernetes) return [];
  if (!portKey) return servicePortOffers(slot);
  const offers = meant(slot, portKey);
  const { start } = slot.word.span;
  const before = facts.text.slice(facts.lines.start(facts.lines.position(start).line), start);
  const key = /(\w+)["']?\s*:\s*["']?$/.exec(before)?.[1];
  // An Ingress has keys for the one and for the other.
  if (key !== 'name' && key !== 'number') return offers;
  return offers.filter(({ text }) => /^\d+$/.test(text) === (key === 'number'));
}

function meant(slot: Slot, place: PortKeyPlace): readonly Offer[] {
  switch (place.kind) {
    case 'probe': {
      const { ports, name, image } = place.container;
      return containerOffers(slot, ports, name, image);
    }
    case 'target':
      return place.service.selector ? podOffers(slot, place.service.selector) : [];
    case 'reference':
      return serviceOffers(slot, ({ name }) => name === place.reference.service);
    case 'selection': {
      const { of, labels } = place.selection;
      return of === 'pods' ? podOffers(slot, labels) : serviceOffers(slot, object => hasAll(object.labels, labels));
    }
  }
}

/** For the number of a Service's own port: the one that it sends to. */
function servicePortOffers(slot: Slot): readonly Offer[] {
  const { occurrence, facts } = slot;
  if (occurrence?.role !== 'listen') return [];
  const services = facts.kubernetes?.objects.flatMap(({ service }) => service ?? []) ?? [];
  for (const { selector, ports } of services) {
    const own = ports.find(({ number }) => covers(number.span, occurrence.span));
    if (!own) continue;
    const target = own.target?.text;
    const written = target === undefined || !/^\d{1,5}$/.test(target) ? undefined : asPort(Number(target));
    if (written !== undefined) return [numberOffer(written, 'same as targetPort')];
    if (!selector) continue;
    const inside = podsWith(slot, selector).flatMap(pod => pod.containers.flatMap(container => container.ports));
    return inside.flatMap(({ number, name }) =>
      numbersIn(number)
        .filter(port => target === undefined || target === `${port}` || target === name?.text)
        .map(port => numberOffer(port, 'same as the container port')),
    );
  }
  return [];
}

/** Those of the nearest files, whether a template may still change them or not: it is only an offer. */
function objectsWith(
  { snapshot, facts }: Slot,
  isMeant: (object: KubernetesObject) => boolean,
): readonly KubernetesObject[] {
  const found = [...snapshot.documents()].flatMap(({ path, kubernetes }) =>
    (kubernetes?.objects ?? []).filter(isMeant).map(object => ({ path, object })),
  );
  const near = found.filter(({ path }) => dirname(path) === dirname(facts.path));
  return (near.length > 0 ? near : found).slice(0, MOST).map(({ object }) => object);
}

const MOST = 20;

function podsWith(slot: Slot, labels: Labels): readonly PodTemplate[] {
  return objectsWith(slot, ({ pod }) => pod !== undefined && hasAll(pod.labels, labels)).flatMap(
    ({ pod }) => pod ?? [],
  );
}

/** Who asks for no label means everything, which is no help. */
function hasAll(labels: Labels, wanted: Labels): boolean {
  return wanted.size > 0 && [...wanted].every(([key, value]) => labels.get(key) === value);
}

function podOffers(slot: Slot, labels: Labels): readonly Offer[] {
  const containers = podsWith(slot, labels).flatMap(pod => pod.containers);
  return containers.flatMap(({ ports, name, image }) => containerOffers(slot, ports, name, image));
}

function serviceOffers(slot: Slot, isMeant: (object: KubernetesObject) => boolean): readonly Offer[] {
  return objectsWith(slot, object => object.service !== undefined && isMeant(object)).flatMap(({ service, name }) =>
    (service?.ports ?? []).flatMap(port => pair(slot, port, `Service ${name ?? ''}`.trim())),
  );
}

function containerOffers(
  slot: Slot,
  ports: readonly ContainerPort[],
  name: string | undefined,
  image: string | undefined,
): readonly Offer[] {
  const declared = ports.flatMap(port => pair(slot, port, name === undefined ? 'the container' : `container ${name}`));
  return declared.length > 0 || image === undefined ? declared : imageOffers(slot.registry, image);
}

/** The name first: it stays right when the number changes. */
function pair(
  { probe }: Slot,
  { number, name: key }: Pick<ServiceObjectPort, 'number' | 'name'>,
  whose: string,
): readonly Offer[] {
  const name = key && nameIn(key);
  return numbersIn(number)
    .filter(port => port !== probe)
    .flatMap(port => [
      ...(name === undefined ? [] : [{ text: name, port, why: `port ${port} of ${whose}` }]),
      numberOffer(port, name === undefined ? `port of ${whose}` : `${name} of ${whose}`),
    ]);
}

function numbersIn(number: ContainerPort['number']): ReturnType<typeof singles> {
  const range = writtenRange(number.value);
  return range ? singles(range) : [];
}
