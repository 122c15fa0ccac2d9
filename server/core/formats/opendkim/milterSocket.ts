import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `inet:8891@localhost`, `inet6:8891@[::1]`, `inet:8891`. */
export function milterSocket(): Reader {
  return addressForm({
    what: 'inet:port@host',
    role: 'listen',
    pattern: /^inet6?:(?<port>\d{1,9}|\uFFFC)(?:@(?<host>.{1,255}))?$/dg,
    protocols: ['tcp'],
  });
}
