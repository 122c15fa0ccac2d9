import type { PortRole } from '../../ports/occurrence.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `9312`, `127.0.0.1:9306:mysql41`, `localhost:9300-9310:replication`, `box:9312:chunk`. */
export function sphinxAddress(role: PortRole): Reader {
  return {
    what: `port or address (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const [all, host = '', digits = ''] = ADDRESS.exec(text.text) ?? [];
        if (all === undefined) continue;
        const place = host === '' ? undefined : { from: 0, to: host.length - 1 };
        const port = networkPort(text, { from: host.length, to: all.length }, place, undefined, ['tcp']);
        if (port && digits !== '') at.add({ ...port, role, confidence: 'certain' }, scalar.inner);
      }
    },
  };
}

const ADDRESS = /^((?:[\w.*-]{1,255}|\[[\da-f:]{1,60}\]):)?(\d{1,9}(?:-\d{1,9})?|\uFFFC)(?=:|$)/i;
