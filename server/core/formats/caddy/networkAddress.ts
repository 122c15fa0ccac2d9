import type { Protocols } from '../../../../registry/port.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import { listItems, readHostPort } from '../../ports/read/hostPort.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/**
 * `udp/:53`, `tcp/127.0.0.1:8000-8010`, `:8080`, a URL, or several. `isName`: the host is
 * what clients ask for, and restricts no bind. https://caddyserver.com/docs/conventions#network-addresses
 */
export function networkAddress(role: PortRole, { isName = false }: { readonly isName?: boolean } = {}): Reader {
  const host = isName ? { host: undefined, hostSpan: undefined } : {};
  return {
    what: `network address or URL (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const urls = text.text.includes('://') ? readUrls(text) : [];
        for (const port of urls)
          at.add({ ...port, role, ...host, protocols: port.protocols ?? TCP, confidence: 'certain' }, scalar.inner);
        if (urls.length > 0) continue;
        for (const { from, to } of listItems(text.text)) {
          const [network = ''] = /^(?:tcp|udp)[46]?\//.exec(text.text.slice(from, to)) ?? [];
          const port = readHostPort(text, { from: from + network.length, to });
          const protocols: Protocols = network.startsWith('udp') ? ['udp'] : TCP;
          if (port) at.add({ ...port, role, ...host, protocols, confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

const TCP: Protocols = ['tcp'];
