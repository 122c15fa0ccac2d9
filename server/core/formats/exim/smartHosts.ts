import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `smtp.example.com::587`: two colons stand before a port. */
export function smartHosts(): Reader {
  return addressForm({
    what: 'host::port',
    role: 'connect',
    pattern: /(?<![\w.-])(?<host>[\w.-]{1,255})::(?<port>\d{1,9})(?![\w.:])/dg,
    protocols: ['tcp'],
  });
}
