import type { PortRole } from '../../ports/occurrence.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `sip:100@10.0.0.1:5060;transport=tcp`, `user:secret@host:5060/100`, `10.0.0.1:5060`. */
export function sipAddresses(role: PortRole): Reader {
  return {
    what: `SIP addresses (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 1: head = '', 2: host = '', 3: digits = '', index } of text.text.matchAll(ADDRESS)) {
          const start = index + head.length;
          const from = start + host.length + 1;
          // A password may stand where the port does.
          if (text.text[from + digits.length] === '@') continue;
          const bare = host.startsWith('[') ? 1 : 0;
          const place = { from: start + bare, to: from - 1 - bare };
          const port = networkPort(text, { from, to: from + digits.length }, place, undefined, undefined);
          if (port) at.add({ ...port, role, confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

const ADDRESS =
  /(^|[@,\s<>"=]|sips?:|(?:udp|tcp|tls|wss?):\/\/)((?:\[[\da-f:.]{2,60}\])|[\w.-]{1,255}|\uFFFC):(\d{1,9}|\uFFFC)(?![\w.])/gi;
