import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `*.* @@logs.example.com:514;format` (TCP) and `@(z9)10.0.0.1:514` (UDP). */
export function forwarding(): Reader {
  return {
    what: '@host:port (connect)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const [all, mark = '', host = '', digits = ''] = TARGET.exec(text.text) ?? [];
        if (all === undefined) continue;
        const start = mark.length;
        const from = start + host.length + 1;
        const bare = host.startsWith('[') ? 1 : 0;
        const place = { from: start + bare, to: from - 1 - bare };
        const protocols = mark.startsWith('@@') ? (['tcp'] as const) : (['udp'] as const);
        const port = networkPort(text, { from, to: from + digits.length }, place, undefined, protocols);
        if (port) at.add({ ...port, role: 'connect', confidence: 'certain' }, scalar.inner);
      }
    },
  };
}

const TARGET = /^(@@?(?:\([\w,]{0,20}\))?)(\[[\da-f:.]{1,99}\]|[\w.\uFFFC-]{1,255}):(\d{1,9}|\uFFFC)(?=;|$)/i;
