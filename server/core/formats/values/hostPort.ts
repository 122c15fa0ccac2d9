import type { Protocols } from '../../../../registry/port.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import { listItems, readHostPort } from '../../ports/read/hostPort.ts';
import { type NetworkPort, networkPort, portEnd } from '../../ports/read/networkPort.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** What the place says that the text need not. */
export interface HostPortOptions {
  readonly protocols?: Protocols;
  /** A number alone is a port too: `listen 80`. */
  readonly bare?: boolean;
}

/** `host:port`, `:port`, `[::1]:port`, `10.0.0.1:53/udp`, URLs, several behind commas or blanks, or a list of these. */
export function hostPort(role: PortRole, { protocols, bare = false }: HostPortOptions = {}): Reader {
  return {
    what: `${bare ? 'port, ' : ''}host:port or URL (${role})`,
    ofTexts: true,
    read(node, at) {
      for (const scalar of scalars(node)) {
        for (const found of readEach(at.text(scalar), bare)) {
          const own = found.protocols ?? protocols;
          at.add({ ...found, role, protocols: own, confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

function readEach(text: Mapped, bare: boolean): readonly NetworkPort[] {
  if (text.text.includes('://')) return readUrls(text);
  return listItems(text.text).flatMap(item => {
    const isNumber = bare && portEnd(text.text, item.from, item.to) === item.to;
    return (isNumber ? networkPort(text, item) : readHostPort(text, item)) ?? [];
  });
}
