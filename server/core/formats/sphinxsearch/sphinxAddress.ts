import type { PortRole } from '../../ports/occurrence.ts';
import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `9312`, `127.0.0.1:9306:mysql41`, `localhost:9300-9310:replication`, `box:9312:chunk`. */
export function sphinxAddress(role: PortRole): Reader {
  return addressForm({ what: 'port or address', role, pattern: ADDRESS, protocols: ['tcp'] });
}

const ADDRESS = /^(?:(?<host>[\w.*-]{1,255}|\[[\da-f:]{1,60}\]):)?(?<port>\d{1,9}(?:-\d{1,9})?|\uFFFC)(?=:|$)/dgi;
