import type { Protocols } from '../../../../registry/port.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import type { Reader } from '../tree/place.ts';
import { addressForm } from './addressForm.ts';

/** A host and a port with another mark than a colon between: Unbound's `1.1.1.1@853#name`, dnsmasq's `10.0.0.1#5353`. */
export function hostAt(mark: '@' | '#' | ',', role: PortRole, protocols: Protocols): Reader {
  const pattern = new RegExp(
    `(?<![\\w.:%*-])(?<host>[\\w.:%*-]{0,255})${mark}(?<port>\\d{1,9}|\\uFFFC)(?![\\w.])`,
    'dg',
  );
  return addressForm({ what: `host${mark}port`, role, pattern, protocols });
}
