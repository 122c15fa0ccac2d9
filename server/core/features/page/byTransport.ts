import type { RegistryEntry } from '../../../../registry/entry.ts';
import { type PortRange, PROTOCOLS, type Protocol } from '../../../../registry/port.ts';
import { meaningOf } from './registration.ts';

/** Transports on which a number means the same. */
export interface TransportGroup {
  readonly transports: readonly Protocol[];
  /** Every name of the number, in IANA's order; none where it has no name. */
  readonly services: readonly string[];
  readonly status: RegistryEntry['status'];
  /** IANA's description of the first, where it says more than the name. */
  readonly meaning: string;
  /** Where the registration is of a range. */
  readonly range: PortRange | undefined;
}

/** In the order of the transports. A row without a transport speaks for tcp and udp. */
export function byTransport(entries: readonly RegistryEntry[]): readonly TransportGroup[] {
  const groups = new Map<string, TransportGroup>();
  for (const transport of PROTOCOLS) {
    const isCommon = transport === 'tcp' || transport === 'udp';
    const own = entries.filter(({ protocol }) => protocol === transport || (protocol === null && isCommon));
    const [first] = own;
    if (first === undefined) continue;
    const services = [...new Set(own.flatMap(({ service }) => service ?? []))];
    const key = services.join(' ') || first.status;
    const group = groups.get(key);
    groups.set(key, {
      transports: [...(group?.transports ?? []), transport],
      services,
      status: first.status,
      meaning: group?.meaning ?? meaningOf(first),
      range: first.ports.first === first.ports.last ? undefined : first.ports,
    });
  }
  return [...groups.values()];
}
