import type { PortRole } from '../../ports/occurrence.ts';
import { readAuthority } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `[*]:443+/etc/hitch/site.pem`: whatever the host, brackets stand around it. */
export function bracketed(role: PortRole): Reader {
  return {
    what: `[host]:port (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const port = readAuthority(text, { from: 0, to: text.text.length });
        if (port) at.add({ ...port, role, protocols: ['tcp'], confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
