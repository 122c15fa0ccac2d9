import { networkPort } from '../../ports/read/networkPort.ts';
import { wordBefore } from '../directives/wordBefore.ts';
import type { Reader } from '../tree/place.ts';
import { readAddresses } from './readAddresses.ts';

/**
 * An argument behind the address of a server, or of a check: `port 9000` is what its health check dials, `addr` where, and
 * `socks4` the proxy on the way.
 */
export function option(): Reader {
  return {
    what: 'port and address of checks (probe)',
    read(node, at) {
      if (node.kind !== 'scalar') return;
      const before = wordBefore(at);
      const text = at.text(node);
      if (before === 'port' && /^\d+$/.test(text.text)) {
        const port = networkPort(text, { from: 0, to: text.text.length }, undefined, undefined, ['tcp']);
        if (port) at.add({ ...port, role: 'probe', confidence: 'certain' }, node.inner);
      } else if (before === 'Host') {
        for (const port of readAddresses(text, ['tcp']))
          at.add({ ...port, role: 'label', confidence: 'likely' }, node.inner);
      } else if (before === 'addr' || before === 'socks4') {
        const role = before === 'addr' ? 'probe' : 'connect';
        for (const port of readAddresses(text, ['tcp'])) at.add({ ...port, role, confidence: 'certain' }, node.inner);
      }
    },
  };
}
