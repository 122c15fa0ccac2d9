import type { Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import { reportListen } from './listenFaults.ts';

/** The address is the first argument; a word behind it may say that it is UDP. */
export function listen(): Reader {
  const tcp = hostPort('listen', { protocols: ['tcp'], bare: true });
  const udp = hostPort('listen', { protocols: ['udp'], bare: true });
  return {
    what: 'port or address (listen)',
    read(node, at) {
      const [address, ...words] = node.kind === 'list' ? node.items : [];
      const isUdp = words.some(word => word.kind === 'scalar' && UDP.has(word.text));
      if (!address) return;
      (isUdp ? udp : tcp).read(address, at);
      if (address.kind === 'scalar') reportListen(at, address.text, at.text(address));
    },
  };
}

/** `http3` is of old versions and of other builds. */
const UDP: ReadonlySet<string> = new Set(['udp', 'quic', 'http3']);
