import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `_ldap._tcp.example.com,ldap.example.com,389,0,10`: service, host, port, priority, weight. */
export function srvHost(): Reader {
  return addressForm({
    what: 'port of a SRV record',
    role: 'advertise',
    pattern: /^(?<service>[^,]{0,255}),[^,]{0,255},\s?(?<port>\d{1,9})(?=,|\s|$)/dg,
    protocols: ({ service }) => (service?.includes('._udp') ? ['udp'] : ['tcp']),
  });
}
