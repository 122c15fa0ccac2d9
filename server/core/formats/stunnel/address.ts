import type { PortRole } from '../../ports/occurrence.ts';
import { address as withHost } from '../haproxy/address.ts';
import type { Reader } from '../tree/place.ts';
import { port } from '../values/port.ts';
import { scalars } from '../values/scalars.ts';

/** `993`, `127.0.0.1:993`, `:::993`: the last colon stands before the port. */
export function address(role: PortRole): Reader {
  const alone = port(role, { protocols: ['tcp'], range: undefined });
  const whole = withHost(role);
  return {
    what: `port or host:port (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) (scalar.text.includes(':') ? whole : alone).read(scalar, at);
    },
  };
}
