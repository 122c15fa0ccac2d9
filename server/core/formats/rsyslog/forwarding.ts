import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `*.* @@logs.example.com:514;format` (TCP) and `@(z9)10.0.0.1:514` (UDP). */
export function forwarding(): Reader {
  return addressForm({
    what: '@host:port',
    role: 'connect',
    pattern: TARGET,
    protocols: ({ mark }) => (mark === '@@' ? ['tcp'] : ['udp']),
  });
}

const TARGET =
  /^(?<mark>@@?)(?:\([\w,]{0,20}\))?(?<host>\[[\da-f:.]{1,99}\]|[\w.\uFFFC-]{1,255}):(?<port>\d{1,9}|\uFFFC)(?=;|$)/dgi;
