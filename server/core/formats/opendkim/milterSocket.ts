import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `inet:8891@localhost`, `inet6:8891@[::1]`, `inet:8891`. */
export function milterSocket(): Reader {
  return {
    what: 'inet:port@host (listen)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const [, head = '', digits = '', tail = ''] =
          /^(inet6?:)(\d{1,9}|\uFFFC)(?:@(.{1,255}))?$/.exec(text.text) ?? [];
        if (digits === '') continue;
        const from = head.length;
        const to = from + digits.length;
        const host = tail === '' ? undefined : { from: to + 1, to: text.text.length };
        const port = networkPort(text, { from, to }, host, undefined, ['tcp']);
        if (port) at.add({ ...port, role: 'listen', confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
