import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `127.0.0.1,::1:5432`: several addresses, none in brackets, with one port behind the last. */
export function listenAddress(): Reader {
  return {
    what: 'addresses and a port (listen, tcp)',
    ofTexts: true,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const colon = text.text.lastIndexOf(':');
        if (colon < 0) continue;
        const host = text.text.includes(',') ? undefined : { from: 0, to: colon };
        const found = networkPort(text, { from: colon + 1, to: text.text.length }, host, undefined, ['tcp']);
        if (found) at.add({ ...found, role: 'listen', confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
