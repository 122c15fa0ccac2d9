import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `smtp.example.com::587`: two colons stand before a port. */
export function smartHosts(): Reader {
  return {
    what: 'host::port (connect)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 1: host = '', 2: digits = '', index } of text.text.matchAll(
          /(?<![\w.-])([\w.-]{1,255})::(\d{1,9})(?![\w.:])/g,
        )) {
          const from = index + host.length + 2;
          const port = networkPort(text, { from, to: from + digits.length }, { from: index, to: from - 2 }, undefined, [
            'tcp',
          ]);
          if (port) at.add({ ...port, role: 'connect', confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}
