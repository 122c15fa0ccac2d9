import { asPort, type Port, single } from '../../../../registry/port.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import { rootOf } from '../../workspace/rootOf.ts';
import { numberOffer, type Offer } from './offer.ts';
import type { Slot } from './slot.ts';

/** Numbers for the host's side: what the plan holds ready, what is usual for `inside`, the next that is free. */
export function hostOffers(slot: Slot, inside: readonly Port[]): readonly Offer[] {
  const usual = inside.flatMap(port => usualHosts(port).map(host => ({ host, port })));
  const open = usual.filter(({ host }) => !isHeld(slot, host));
  const isUsualHeld = usual.length > 0 && open[0]?.host !== usual[0]?.host;
  const near = usual[0]?.host ?? asPort(8000);
  const next = near === undefined ? undefined : asPort(nextFreePort(slot.snapshot, slot.registry, near) ?? -1);
  const free = near === undefined || next === undefined ? [] : [numberOffer(next, `next free after ${near}`, '')];
  return [
    ...planOffers(slot),
    ...(isUsualHeld ? free : []),
    ...open.map(({ host, port }) =>
      numberOffer(host, host === port ? 'same as inside, free on the host' : `usual for ${port}, free on the host`),
    ),
    ...free,
  ];
}

/** What the port plan of the project has for this owner, then what it has for anybody. */
export function planOffers(slot: Slot): readonly Offer[] {
  const { snapshot, facts, occurrence } = slot;
  if (facts.projectFile) return [];
  const plan = snapshot.project(facts.path)?.plan ?? [];
  const own = plan.filter(({ owner }) => owner !== undefined && owner === occurrence?.owner?.name);
  const open = plan.filter(({ owner }) => owner === undefined);
  return [...own, ...open].flatMap(({ range, owner, note }) => {
    const port = firstOpen(slot, range);
    if (port === undefined) return [];
    const name = owner === undefined ? 'planned' : `planned for ${owner}`;
    return [numberOffer(port, note === undefined ? `${name} in portolan.json` : `${name}: ${note}`, '')];
  });
}

/** The first numbers of the range that Kubernetes takes node ports from which nothing of the workspace has. */
export function nodePortOffers(slot: Slot): readonly Offer[] {
  const { snapshot, facts } = slot;
  const { first, last } = snapshot.project(facts.path)?.nodePortRange ?? NODE_PORTS;
  const found: Offer[] = [];
  for (let number: number = first; number <= last && number < first + MOST_TRIED && found.length < 3; number++) {
    const port = asPort(number);
    if (port !== undefined && !snapshot.isTaken(port))
      found.push(numberOffer(port, 'free in the range of node ports', ''));
  }
  return found;
}

/** https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport */
const NODE_PORTS: { readonly first: number; readonly last: number } = { first: 30000, last: 32767 };

/** Of a wide range that is all taken, nobody needs to know which number was tried last. */
const MOST_TRIED = 200;

function firstOpen(slot: Slot, { first, last }: { readonly first: Port; readonly last: Port }): Port | undefined {
  for (let number: number = first; number <= Math.min(last, first + MOST_TRIED); number++) {
    const port = asPort(number);
    if (port !== undefined && !isHeld(slot, port)) return port;
  }
  return undefined;
}

/** The number itself, or what people write for one that needs special rights. */
export function usualHosts(port: Port): readonly Port[] {
  const usual = asPort(USUAL.get(port) ?? (port < 1024 ? port + 8000 : port));
  return usual === undefined || usual === port ? [port] : [usual, port];
}

const USUAL: ReadonlyMap<number, number> = new Map([
  [22, 2222],
  [25, 1025],
  [53, 5353],
  [80, 8080],
  [443, 8443],
]);

/** True where something else takes the number on the host. */
export function isHeld({ snapshot, facts }: Slot, port: Port): boolean {
  const range = single(port);
  const publishers = snapshot.publishers(range);
  // In a collection of examples everybody takes the usual numbers.
  const isShared = publishers.length > 0 && snapshot.contestedPorts(rootOf(snapshot, facts.path)) < A_COLLECTION;
  if (isShared || publishers.some(({ project }) => project.files.includes(facts.path))) return true;
  return snapshot.at(range).some(({ path, occurrence }) => path === facts.path && takesHost(occurrence));
}

const A_COLLECTION = 3;

function takesHost({ role, namespace, value }: PortOccurrence): boolean {
  const isOnHost = namespace.kind === 'host' || namespace.kind === 'node';
  return isOnHost && (role === 'publish' || role === 'listen') && writtenRange(value) !== undefined;
}
