import type { Protocols } from '../../../../registry/port.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `.:53`, `example.org:1053`, `tls://.:853`, `tls://1.1.1.1:853`; a zone is no host. */
export function dnsAddress(role: 'listen' | 'connect'): Reader {
  return {
    what: `address (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const found = /^([a-z]{1,10}:\/\/)?((?:\[[^\]]{1,99}\]|[^:[\]]{0,255}):)(\d{1,9}|\uFFFC)$/.exec(text.text);
        const [all = '', scheme = '', host = '', digits = ''] = found ?? [];
        if (!found) continue;
        const from = all.length - digits.length;
        const dialled = { from: scheme.length, to: scheme.length + host.length - 1 };
        const protocols = PROTOCOLS[scheme] ?? ['udp', 'tcp'];
        const place = role === 'connect' ? dialled : undefined;
        const port = networkPort(text, { from, to: all.length }, place, undefined, protocols);
        if (port) at.add({ ...port, role, confidence: 'certain' }, scalar.inner);
      }
    },
  };
}

const PROTOCOLS: Readonly<Record<string, Protocols>> = {
  'tls://': ['tcp'],
  'https://': ['tcp'],
  'https3://': ['udp'],
  'grpc://': ['tcp'],
  'quic://': ['udp'],
};
