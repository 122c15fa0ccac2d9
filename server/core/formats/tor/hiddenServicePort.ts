import type { Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import { port } from '../values/port.ts';

/** `80 127.0.0.1:8080`: the port of the onion service, and where it goes. */
export function hiddenServicePort(): Reader {
  const virtual = port('advertise', { protocols: ['tcp'], range: undefined });
  const target = hostPort('connect', { protocols: ['tcp'], bare: true });
  return {
    what: 'port of an onion service (advertise), its target (connect)',
    read(node, at) {
      const [first, second] = node.kind === 'list' ? node.items : [];
      if (first) virtual.read(first, at);
      if (second) target.read(second, at);
    },
  };
}
