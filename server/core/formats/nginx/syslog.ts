import { readHostPort } from '../../ports/read/hostPort.ts';
import { slice } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `syslog:server=10.0.0.1:514,facility=local7` among the arguments. https://nginx.org/en/docs/syslog.html */
export function syslog(): Reader {
  return {
    what: 'syslog server (connect, udp)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const from = text.text.startsWith('syslog:') ? text.text.indexOf('server=') + 'server='.length : 0;
        if (from < 'syslog:'.length) continue;
        const comma = text.text.indexOf(',', from);
        const server = slice(text, from, comma < 0 ? text.text.length : comma);
        const found = readHostPort(server, { from: 0, to: server.text.length });
        if (found) at.add({ ...found, role: 'connect', protocols: ['udp'], confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
