import { asPort, type Port } from '../../../../registry/port.ts';
import { isDatastore } from '../../rules/isDatastore.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import { isHeld, planOffers, usualHosts } from './hostOffers.ts';
import { insideOffers } from './insideOffers.ts';
import { meaningOffers } from './meaningOffers.ts';
import type { Offer } from './offer.ts';
import { placeOffers } from './placeOffers.ts';
import type { Slot } from './slot.ts';

/** Whole entries for an empty place: `5432:5432`, for datastores first on the loopback address, as they are nobody else's. */
export function mappingOffers(slot: Slot): readonly Offer[] {
  const { occurrence, registry, word } = slot;
  const inside = new Map<string, Offer>();
  for (const offer of insidesOf(slot)) if (!inside.has(offer.text)) inside.set(offer.text, offer);
  const isBound = slot.facts.text.slice(occurrence?.token.start, occurrence?.span.start).endsWith(':');
  const typed = /^\d+$/.test(word.text) ? asPort(Number(word.text)) : undefined;
  const image = occurrence?.owner?.image;
  const isPrivate = !isBound && image !== undefined && isDatastore(registry, image);
  return [...inside.values()].slice(0, MOST).flatMap(({ port, why, who }, index) => {
    if (port === undefined) return [];
    const isUdp = isUdpOnly(slot, port);
    const entry = (host: Port, address: string, words: string): Offer => ({
      text: `${address}${host}:${port}${isUdp ? '/udp' : ''}`,
      port,
      why: words,
      ...(who !== undefined && { who }),
    });
    const hosts = typed === undefined ? openHosts(slot, port, index === 0) : [typed];
    return hosts.flatMap(host => {
      const open = entry(host, '', `${why}; reached from anywhere`);
      const loopback = entry(host, '127.0.0.1:', `${why}; for this machine only`);
      return isBound ? [entry(host, '', why)] : isPrivate ? [loopback, open] : [open, loopback];
    });
  });
}

const MOST = 3;

/** Where nobody knows the image: what the service is called, at last what many listen on. */
function insidesOf(slot: Slot): readonly Offer[] {
  const own = insideOffers(slot);
  if (own.length > 0) return own;
  const named = placeOffers(slot);
  return named.length > 0 ? named : meaningOffers(slot, 'web');
}

/** The usual number, or the next free one where that is taken; the plan is for the first port alone. */
function openHosts(slot: Slot, port: Port, isFirst: boolean): readonly Port[] {
  const planned = isFirst ? planOffers(slot)[0]?.port : undefined;
  const [usual = port] = usualHosts(port);
  const open = isHeld(slot, usual) ? asPort(nextFreePort(slot.snapshot, slot.registry, usual) ?? -1) : usual;
  return [...new Set([planned, open].filter(host => host !== undefined))];
}

function isUdpOnly({ registry, occurrence }: Slot, port: Port): boolean {
  const image = occurrence?.owner?.image;
  const ports = (image === undefined ? undefined : registry.image(image)?.ports) ?? [];
  const own = ports.filter(({ ports: { first, last } }) => first <= port && port <= last);
  return own.length > 0 && own.every(({ protocol }) => protocol === 'udp');
}
