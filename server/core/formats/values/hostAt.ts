import type { Protocols } from '../../../../registry/port.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** A host and a port with another mark than a colon between: Unbound's `1.1.1.1@853#name`, dnsmasq's `10.0.0.1#5353`. */
export function hostAt(mark: '@' | '#' | ',', role: PortRole, protocols?: Protocols): Reader {
  const pattern = new RegExp(`(?<![\\w.:%*-])([\\w.:%*-]{0,255}${mark})(\\d{1,9}|\\uFFFC)(?![\\w.])`, 'g');
  return {
    what: `host${mark}port (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 1: host = '', 2: digits = '', index } of text.text.matchAll(pattern)) {
          const from = index + host.length;
          const port = networkPort(
            text,
            { from, to: from + digits.length },
            { from: index, to: from - 1 },
            undefined,
            protocols,
          );
          if (port) at.add({ ...port, role, confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}
