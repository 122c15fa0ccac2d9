import type { PortRole } from '../../ports/occurrence.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/**
 * `[smtp.example.com]:587`, `smtp-amavis:[127.0.0.1]:10024`, `inet:localhost:8891`, `127.0.0.1:10023`, among other words.
 * `isHost`: a name with a port is a destination too. https://www.postfix.org/transport.5.html
 */
export function destinations(role: PortRole, { isHost = false }: { readonly isHost?: boolean } = {}): Reader {
  return {
    what: `destinations with their ports (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 0: word, index } of text.text.matchAll(/[^\s,{}"']{3,400}/g)) {
          const [, head = '', host = '', digits = ''] = DESTINATION.exec(word) ?? [];
          const isSure = /^[\d.]+$|^\[/.test(host) || head.endsWith('inet:') || host === 'localhost' || isHost;
          if (digits === '' || !isSure || /^(?:unix|hash|tcp|pcre|regexp|static):\//.test(word)) continue;
          const from = index + head.length + host.length + (host === '' ? 0 : 1);
          const bare = host.startsWith('[') ? 1 : 0;
          const start = index + head.length;
          const place = { from: start + bare, to: start + host.length - bare };
          const port = networkPort(text, { from, to: from + digits.length }, place, undefined, ['tcp']);
          if (port) at.add({ ...port, role, confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

const DESTINATION =
  /^((?:[a-z][\w-]{0,60}[:=]){0,4}?)(?:(\[[\w.:\uFFFC-]{1,255}\]|[\w.*\uFFFC-]{1,255}):)?(\d{1,9}|\uFFFC)$/i;
