import { type Reason, SURE } from '../../../registry/place.ts';
import { asPort, type Port } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import { addTo } from '../text/addTo.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { type ListenerPlace, listenerPlaces } from './listenerPlaces.ts';

/** A socket that waits for others to begin, as the system lists it. */
export interface BoundSocket {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
  readonly process?: BoundProcess;
}

interface BoundProcess {
  readonly name: string;
  readonly pid: number;
}

/** The sockets that one process has on one port. */
export interface KnownListener {
  readonly port: Port;
  readonly protocol: 'tcp' | 'udp';
  readonly addresses: readonly string[];
  readonly process: BoundProcess | undefined;
  /** The software, where it is more than a guess. */
  readonly knownAs: string | undefined;
  readonly places: readonly ListenerPlace[];
}

/** What listens, beside what the workspace says of the same ports. Those that the workspace knows come first, then by number. */
export function knownListeners(
  workspace: Snapshot,
  registry: Registry,
  sockets: readonly BoundSocket[],
): readonly KnownListener[] {
  const placesOf = listenerPlaces(workspace);
  const groups = new Map<string, BoundSocket[]>();
  for (const socket of sockets) addTo(groups, `${socket.port} ${socket.protocol} ${socket.process?.pid}`, socket);
  const listeners = [...groups.values()].flatMap(([first, ...more]): readonly KnownListener[] => {
    const port = asPort(first?.port ?? 0);
    if (!first || port === undefined || port === 0) return [];
    const { protocol, process } = first;
    const addresses = [...new Set([first, ...more].map(({ address }) => address))].sort();
    const places = placesOf(port, protocol, addresses);
    return [
      { port, protocol, addresses, process, knownAs: softwareOf(registry, port, protocol, process, places), places },
    ];
  });
  return listeners.sort(
    (a, b) =>
      Number(a.places.length === 0) - Number(b.places.length === 0) ||
      a.port - b.port ||
      Number(a.protocol === 'udp') - Number(b.protocol === 'udp') ||
      (a.process?.pid ?? 0) - (b.process?.pid ?? 0),
  );
}

/** The process tells best who it is; behind one that only passes on, what the workspace put there. */
function softwareOf(
  registry: Registry,
  port: Port,
  protocol: 'tcp' | 'udp',
  process: BoundProcess | undefined,
  places: readonly ListenerPlace[],
): string | undefined {
  const program = process?.name.replace(/\.exe$/i, '');
  const tells = program !== undefined && !FORWARDERS.has(program.toLowerCase());
  const [place] = places.every(each => answersAs(each) === answersAs(places[0])) ? places : [];
  const [best] = registry.likely(port, {
    protocol,
    role: 'listen',
    ...(tells
      ? { names: [program, program.replace(/d$/, '')] }
      : { image: place?.image, inside: place?.inside, names: place?.owner === undefined ? [] : [place.owner] }),
  });
  if (!best || best.score < SURE) return undefined;
  // A number alone says little where there is a process or a place, unless IANA says the same.
  const isAlone = !tells && places.length === 0;
  return isAlone || best.reasons.some(reason => SUPPORTING.has(reason)) ? best.software : undefined;
}

const SUPPORTING: ReadonlySet<Reason> = new Set(['image', 'name', 'registered']);

/** Places that differ in it are rivals, and which of them runs is not known. */
function answersAs(place: ListenerPlace | undefined): string {
  return `${place?.image} ${place?.owner}`;
}

/** What listens on the host for containers and virtual machines, in lower case. */
const FORWARDERS: ReadonlySet<string> = new Set([
  'docker-proxy',
  'com.docker.backend',
  'com.docker.vpnkit',
  'vpnkit',
  'vpnkit-bridge',
  'orbstack helper',
  'rootlessport',
  'rootlesskit',
  'slirp4netns',
  'pasta',
  'passt',
  'gvproxy',
  'limactl',
  'colima',
  'wslrelay',
  'kubectl',
  'ssh',
]);
