import { asPort, type Port } from '../../../../registry/port.ts';
import { isLoopback, readAddress } from '../../ports/address.ts';
import { schemeDefault } from '../../ports/read/schemeDefaults.ts';
import { writtenRange } from '../../ports/value.ts';
import { dirname, isInside } from '../../text/path.ts';
import { pairedHost } from '../../workspace/compose/dialled.ts';
import { serviceNetwork } from '../../workspace/compose/serviceNetwork.ts';
import { insideOffers, serviceOffers } from './insideOffers.ts';
import { numberOffer, type Offer, placeIn, singles } from './offer.ts';
import type { Slot } from './slot.ts';
import { slotServices } from './slotService.ts';

/**
 * The ports of whoever is dialled: a service of the project by its name, this machine, or what the scheme means. `likely`:
 * what the words around speak of.
 */
export function dialledOffers(slot: Slot, likely: readonly Offer[]): readonly Offer[] {
  const host = hostOf(slot);
  const scheme = asPort(schemeDefault(slot.occurrence?.scheme ?? '') ?? -1);
  const usual = scheme === undefined ? [] : [numberOffer(scheme, `default of ${slot.occurrence?.scheme}://`)];
  if (host === undefined || host === '') return usual;
  if (isLoopback(readAddress(host))) {
    const all = onThisMachine(slot);
    // Of all that is published, what the scheme or the words lead to.
    const meant = new Set([scheme, ...likely.map(({ port }) => port)]);
    const fitting = all.filter(({ inside, isOwn }) => isOwn === true || (inside !== undefined && meant.has(inside)));
    const known = [...fitting, ...(fitting.length > 0 ? [] : likely), ...all, ...usual];
    return known.map(({ inside: _, isOwn: __, ...offer }: HostOffer) => offer);
  }
  return [...alsoDialled(slot, host), ...composeOffers(slot, host), ...namedServiceOffers(slot, host), ...usual];
}

/** What the files of the folder dial by the same name and scheme, the most frequent first. */
function alsoDialled({ snapshot, facts, occurrence, probe }: Slot, host: string): readonly Offer[] {
  const times = new Map<Port, number>();
  for (const { occurrences } of snapshot.inFolder(dirname(facts.path)))
    for (const { role, host: other, scheme, value } of occurrences) {
      const range = writtenRange(value);
      if (role !== 'connect' || other !== host || scheme !== occurrence?.scheme || range?.first !== range?.last)
        continue;
      if (range && range.first !== probe) times.set(range.first, (times.get(range.first) ?? 0) + 1);
    }
  return [...times].toSorted(([, a], [, b]) => b - a).map(([port]) => numberOffer(port, `${host} is called on it`));
}

/** The host before the port, or the one that a variable beside names: `DB_HOST` for `DB_PORT`. */
function hostOf(slot: Slot): string | undefined {
  const { occurrence, facts } = slot;
  if (!occurrence) return undefined;
  if (occurrence.host !== undefined) return occurrence.host;
  const [user] = slotServices(slot);
  const paired = user && pairedHost(occurrence, user.service);
  if (paired !== undefined) return paired;
  const stem = /^(.+?)_?port$/i.exec(`${occurrence.path.at(-1) ?? ''}`)?.[1];
  if (stem === undefined) return undefined;
  const beside = new RegExp(`^${stem.replace(/\W/g, '\\$&')}_?(?:host|hostname|server|addr|address)$`, 'i');
  return facts.variables.find(({ name }) => beside.test(name))?.value.text;
}

interface HostOffer extends Offer {
  /** The number on the other side of the mapping. */
  readonly inside?: Port | undefined;
  /** Inside the container that dials. */
  readonly isOwn?: boolean;
}

/** What is published on the host, or listens there: own project first. */
function onThisMachine(slot: Slot): readonly HostOffer[] {
  const { snapshot, facts, occurrence, probe } = slot;
  const isContained = occurrence?.namespace.kind === 'container' || snapshot.usersOf(facts.path).length > 0;
  const own = isContained ? insideOffers(slot) : [];
  const inside = own.map(offer => ({ ...offer, isOwn: true }));
  const near = snapshot
    .projects()
    .toSorted((a, b) => Number(isNear(b.files[0])) - Number(isNear(a.files[0])))
    .flatMap(project => snapshot.published(project));
  function isNear(path: string | undefined): boolean {
    return path !== undefined && isInside(facts.path, dirname(path));
  }
  const published = near.flatMap(({ hostRange, containerRange, service }): readonly HostOffer[] =>
    singles(hostRange).map(port => ({
      ...numberOffer(port, `published by ${service.name}`),
      inside: containerRange?.first,
    })),
  );
  const listening = snapshot
    .withRole('listen')
    .flatMap(({ path, occurrence: { value, namespace, span, confidence } }) => {
      const range = writtenRange(value);
      const other = snapshot.facts(path);
      if (!range || !other || namespace.kind !== 'host' || confidence === 'guess') return [];
      return singles(range).map(port => numberOffer(port, `listened on in ${placeIn(other, span.start)}`));
    });
  // What others call in this way is called again.
  const calls = callsOf(slot);
  const times = ({ port }: HostOffer): number => (port === undefined ? 0 : (calls.get(port) ?? 0));
  const taken = [...published, ...listening].filter(({ port }) => port !== probe);
  return [...inside.filter(({ port }) => port !== probe), ...taken.toSorted((a, b) => times(b) - times(a))];
}

/** How often each number of this machine is dialled with the scheme. */
function callsOf({ snapshot, occurrence }: Slot): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { occurrence: other } of snapshot.withRole('connect')) {
    const range = writtenRange(other.value);
    if (!range || other.host === undefined || other.scheme !== occurrence?.scheme) continue;
    if (isLoopback(readAddress(other.host))) found.set(range.first, (found.get(range.first) ?? 0) + 1);
  }
  return found;
}

function composeOffers(slot: Slot, host: string): readonly Offer[] {
  const { snapshot, facts } = slot;
  const asking = slotServices(slot);
  const around = snapshot
    .projects()
    .filter(({ id }) => isInside(facts.path, dirname(id)))
    .toSorted((a, b) => b.id.length - a.id.length)
    .map(project => ({ project, service: undefined }));
  for (const { project, service } of [...asking, ...around]) {
    const target = serviceNetwork(project).serviceAt(host, service);
    // Its container ports come first where somebody has written them.
    if (target) return serviceOffers(slot, target);
  }
  return [];
}

/** `db`, `db.shop`, `db.shop.svc.cluster.local` */
function namedServiceOffers({ snapshot }: Slot, host: string): readonly Offer[] {
  const [name, namespace] = host.split('.');
  const found: Offer[] = [];
  for (const document of snapshot.documents())
    for (const { service, name: own, namespace: ownNamespace } of document.kubernetes?.objects ?? []) {
      if (!service || own !== name) continue;
      if (namespace !== undefined && ownNamespace !== undefined && namespace !== ownNamespace) continue;
      for (const { number, name: portName } of service.ports) {
        const range = writtenRange(number.value);
        const called = portName?.text === undefined ? '' : ` (${portName.text})`;
        for (const port of range ? singles(range) : [])
          found.push(numberOffer(port, `port of Service ${own}${called}`));
      }
    }
  return found;
}
