import { type Port, type PortRange, type Protocols, single } from '../../../registry/port.ts';
import type { Place } from '../facts/finding.ts';
import { type Address, addressesMeet, EVERYWHERE, isLoopback, readAddress } from '../ports/address.ts';
import { indexByPort } from '../ports/portIndex.ts';
import { basename } from '../text/path.ts';
import { UNPRINTABLE } from '../text/unprintable.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { ELSEWHERE } from './hover/machine.ts';

/** A place of the workspace that takes a number on this machine. */
export interface ListenerPlace extends Place {
  /** `web publishes it`, or `set in nginx.conf` where the place has no name. */
  readonly says: string;
  /** What the place tells of who answers there. */
  readonly owner: string | undefined;
  readonly image: string | undefined;
  readonly inside: Port | undefined;
}

interface Taken extends ListenerPlace {
  readonly range: PortRange;
  readonly protocols: Protocols | undefined;
  readonly address: Address;
}

/** Finds the places that a socket with these addresses meets, those that are sure to be of this machine first. */
export function listenerPlaces(
  workspace: Snapshot,
): (port: Port, protocol: 'tcp' | 'udp', addresses: readonly string[]) => readonly ListenerPlace[] {
  const index = indexByPort(
    () => [...takenOnHost(workspace), ...takenSomewhere(workspace)],
    ({ range }) => range,
  );
  return (port, protocol, addresses) => {
    const bound = addresses.map(addressOf);
    const found = index
      .at(single(port))
      .filter(
        ({ protocols, address }) =>
          (protocols === undefined || protocols.includes(protocol)) && bound.some(own => meet(own, address)),
      );
    // A base and what is laid over it tell of one place twice.
    return [...new Map(found.map(place => [`${place.span.start} ${place.path}`, place])).values()];
  };
}

function takenOnHost(workspace: Snapshot): readonly Taken[] {
  return [...workspace.documents()].flatMap(({ path, format }) => {
    if (ELSEWHERE.has(format ?? '')) return [];
    return workspace.hostPorts(path).flatMap(port => {
      const { span, range, role, machine, address, protocols, owner, image, containerRange } = port;
      if (machine === 'node') return [];
      const inside = containerRange?.first;
      return [{ path, span, range, protocols, address, owner, image, inside, says: wordsOf(role, owner, path) }];
    });
  });
}

/** Where a program listens that may run in a container or right here, as `server.port` says of both. */
function takenSomewhere(workspace: Snapshot): readonly Taken[] {
  return workspace.withRole('listen').flatMap(({ path, occurrence }): readonly Taken[] => {
    const format = workspace.facts(path)?.format ?? '';
    if (occurrence.namespace.kind !== 'unknown' || format === 'dockerfile' || ELSEWHERE.has(format)) return [];
    const { range } = workspace.resolve(path, occurrence);
    if (!range || range.first === 0) return [];
    const { span, protocols, binding, owner } = occurrence;
    const { address } = binding ?? EVERYWHERE;
    const says = wordsOf('listen', owner?.name, path);
    return [
      { path, span, range, protocols, address, says, owner: owner?.name, image: owner?.image, inside: undefined },
    ];
  });
}

function wordsOf(role: 'publish' | 'listen', owner: string | undefined, path: string): string {
  const [does, done] = role === 'publish' ? ['publishes it', 'published'] : ['listens on it', 'set'];
  return (owner === undefined ? `${done} in ${basename(path)}` : `${owner} ${does}`).replace(UNPRINTABLE, '');
}

/** `::` takes the IPv4 addresses too, unless the program says otherwise, which no list tells. */
function addressOf(text: string): Address {
  return readAddress(text === '::' ? '*' : text);
}

/** What a file leaves open or calls by a name may be this very address. */
function meet(own: Address, written: Address): boolean {
  if (written.kind === 'unknown') return true;
  if (written.kind === 'host' && isLoopback(written)) return own.kind === 'any' || isLoopback(own);
  return addressesMeet(own, written);
}
