import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** What a classic load balancer probes: `TCP:5000`, `HTTP:8080/health`. */
export function healthTarget(): Reader {
  return {
    what: 'protocol and port (probe, tcp)',
    ofTexts: true,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const port = /(?<=^\w{1,9}:)[^/]{1,50}/.exec(text.text);
        if (!port) continue;
        const to = port.index + port[0].length;
        const found = networkPort(text, { from: port.index, to }, undefined, undefined, ['tcp']);
        if (found) at.add({ ...found, role: 'probe', confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
