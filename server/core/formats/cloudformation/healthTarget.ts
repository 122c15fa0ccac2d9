import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** What a classic load balancer probes: `TCP:5000`, `HTTP:8080/health`. */
export function healthTarget(): Reader {
  return addressForm({
    what: 'protocol:port',
    role: 'probe',
    pattern: /^\w{1,9}:(?<port>[^/]{1,50})/dg,
    protocols: ['tcp'],
  });
}
