import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `9.9.9.9:9953#dns.quad9.net [2620:fe::fe]:853%eth0#name`. https://www.freedesktop.org/software/systemd/man/latest/resolved.conf.html#DNS= */
export function dnsServers(): Reader {
  return addressForm({ what: 'addresses of DNS servers', role: 'connect', pattern: SERVER, protocols: ['udp', 'tcp'] });
}

const SERVER = /(?<=^|\s)(?<host>[\d.]{7,15}|\[[\da-f:.]{2,60}\]):(?<port>\d{1,9})(?=[%#\s]|$)/dgi;
