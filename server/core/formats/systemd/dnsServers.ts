import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `9.9.9.9:9953#dns.quad9.net [2620:fe::fe]:853%eth0#name`. https://www.freedesktop.org/software/systemd/man/latest/resolved.conf.html#DNS= */
export function dnsServers(): Reader {
  return {
    what: 'addresses of DNS servers (connect)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 1: host = '', 2: digits = '', index } of text.text.matchAll(SERVER)) {
          const from = index + host.length + 1;
          const bracketed = host.startsWith('[');
          const place = bracketed ? { from: index + 1, to: from - 2 } : { from: index, to: from - 1 };
          const port = networkPort(text, { from, to: from + digits.length }, place, undefined, ['udp', 'tcp']);
          if (port) at.add({ ...port, role: 'connect', confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

const SERVER = /(?<=^|\s)([\d.]{7,15}|\[[\da-f:.]{2,60}\]):(\d{1,9})(?=[%#\s]|$)/gi;
