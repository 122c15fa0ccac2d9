import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `*:8080:www.example.com`, an address, the port and the host that clients ask for; of net.tcp `808:*`. */
export function binding(): Reader {
  return addressForm({
    what: 'address:port:host',
    role: 'listen',
    pattern: /^(?:(?<host>\[[\da-fA-F:.%]{2,60}\]|[\d.*]{0,15}):)?(?<port>\d{1,5}):/dg,
    protocols: ['tcp'],
  });
}
