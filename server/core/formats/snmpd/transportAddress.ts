import type { PortRole } from '../../ports/occurrence.ts';
import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `udp:127.0.0.1:161`, `tcp6:[::1]:161`, `161`, several behind commas. https://www.net-snmp.org/docs/man/snmpd.html#LISTENING-ADDRESSES */
export function transportAddress(role: PortRole): Reader {
  return addressForm({
    what: 'transport address',
    role,
    pattern: ADDRESS,
    protocols: ({ transport }) => (transport?.startsWith('tcp') ? ['tcp'] : ['udp']),
  });
}

const ADDRESS =
  /(?<![^\s,"'])(?<transport>(?:udp6?|tcp6?|udpv6|tcpv6|udpipv6|tcpipv6|dtlsudp|tlstcp|ssh):)?(?:(?<host>\[[\da-f:.%]{1,99}\]|[\w.-]{1,255}):)?(?<port>\d{1,9}|\uFFFC)(?![^\s,"'])/dgi;
