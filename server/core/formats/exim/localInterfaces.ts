import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `127.0.0.1.25 : [::1]:587`, `<; 0.0.0.0.26 ; ::0.26`: a dot or brackets stand before the port. */
export function localInterfaces(): Reader {
  return {
    what: 'addresses with ports (listen)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 1: host = '', 2: digits = '', index } of text.text.matchAll(INTERFACE)) {
          const from = index + host.length + 1;
          const address = host.startsWith('[') ? { from: index + 1, to: from - 2 } : { from: index, to: from - 1 };
          const port = networkPort(text, { from, to: from + digits.length }, address, undefined, ['tcp']);
          if (port) at.add({ ...port, role: 'listen', confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

const INTERFACE =
  /(?<![\w.:])(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?=\.)|\[[\d.a-f:]{2,60}\](?=:)|[\da-f]{0,4}:[\da-f:]{1,40}(?=\.))[.:](\d{1,9})(?![\w.])/gi;
