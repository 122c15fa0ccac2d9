import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `127.0.0.1.25 : [::1]:587`, `<; 0.0.0.0.26 ; ::0.26`: a dot or brackets stand before the port. */
export function localInterfaces(): Reader {
  return addressForm({ what: 'addresses with ports', role: 'listen', pattern: INTERFACE, protocols: ['tcp'] });
}

const INTERFACE =
  /(?<![\w.:])(?<host>\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?=\.)|\[[\d.a-f:]{2,60}\](?=:)|[\da-f]{0,4}:[\da-f:]{1,40}(?=\.))[.:](?<port>\d{1,9})(?![\w.])/dgi;
