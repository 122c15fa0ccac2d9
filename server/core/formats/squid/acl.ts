import type { Reader } from '../tree/place.ts';
import { port } from '../values/port.ts';
import { TCP } from '../values/transports.ts';

/** `acl Safe_ports port 80 443 1025-65535`: the numbers of lists that are of ports. */
export function acl(): Reader {
  const allowed = port('allow', TCP);
  return {
    what: 'ports of access lists (allow)',
    read(node, at) {
      const [, kind, ...values] = node.kind === 'list' ? node.items : [];
      if (kind?.kind === 'scalar' && KINDS.has(kind.text)) for (const value of values) allowed.read(value, at);
    },
  };
}

/** https://www.squid-cache.org/Doc/config/acl/ */
const KINDS: ReadonlySet<string> = new Set(['port', 'localport', 'myport']);
