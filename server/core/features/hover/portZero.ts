import type { HoverSubject } from './subject.ts';

/** Programs to which 0 means that they shall not listen. */
const TURNED_OFF: ReadonlySet<string> = new Set('chrony dnsmasq dovecot memcached nats redis squid tor'.split(' '));

/** RFC 6335 reserves 0; the socket interface and the programs have given it meanings of their own. */
export function portZero({ facts, occurrence: { role } }: HoverSubject): string {
  if (role === 'allow' || role === 'deny') return 'Port 0 is no port: in rules it stands for any';
  if (role !== 'listen' && role !== 'publish') return 'Port 0 is no port: nobody can be reached on it';
  if (TURNED_OFF.has(facts.format ?? '')) return 'Port 0 is no port: here it means not to listen';
  return 'Port 0 is no port: it asks the system for a free one';
}
