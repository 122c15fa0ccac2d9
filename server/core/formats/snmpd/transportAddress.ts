import type { Protocols } from '../../../../registry/port.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `udp:127.0.0.1:161`, `tcp6:[::1]:161`, `161`, several behind commas. https://www.net-snmp.org/docs/man/snmpd.html#LISTENING-ADDRESSES */
export function transportAddress(role: PortRole): Reader {
  return {
    what: `transport address (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 0: address, index } of text.text.matchAll(/[^\s,"']{1,300}/g)) {
          const [, transport = '', host = '', digits = ''] = ADDRESS.exec(address) ?? [];
          if (digits === '') continue;
          const start = index + transport.length;
          const end = index + address.length;
          const place = host === '' ? undefined : { from: start, to: start + host.length - 1 };
          const protocols: Protocols = transport.startsWith('tcp') ? ['tcp'] : ['udp'];
          const port = networkPort(text, { from: end - digits.length, to: end }, place, undefined, protocols);
          if (port) at.add({ ...port, role, confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

const ADDRESS =
  /^((?:udp6?|tcp6?|udpv6|tcpv6|udpipv6|tcpipv6|dtlsudp|tlstcp|ssh):)?((?:\[[\da-f:.%]{1,99}\]|[\w.-]{1,255}):)?(\d{1,9}|\uFFFC)$/i;
