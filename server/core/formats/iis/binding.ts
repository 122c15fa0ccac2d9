import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `*:8080:www.example.com`, an address, the port and the host that clients ask for; of net.tcp `808:*`. */
export function binding(): Reader {
  return {
    what: 'address:port:host (listen)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const { indices } =
          /^(?:(?<address>\[[\da-fA-F:.%]{2,60}\]|[\d.*]{0,15}):)?(?<port>\d{1,5}):/d.exec(text.text) ?? {};
        const { address, port } = indices?.groups ?? {};
        if (!port) continue;
        const host = address && { from: address[0], to: address[1] };
        const found = networkPort(text, { from: port[0], to: port[1] }, host, undefined, ['tcp']);
        if (found) at.add({ ...found, role: 'listen', confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
