import type { Protocols } from '../../../../registry/port.ts';
import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `.:53`, `example.org:1053`, `tls://.:853`, `tls://1.1.1.1:853`; a zone is no host. */
export function dnsAddress(role: 'listen' | 'connect'): Reader {
  return addressForm({
    what: 'address',
    role,
    pattern: role === 'listen' ? ZONE : SERVER,
    protocols: ({ scheme = '' }) => PROTOCOLS[scheme] ?? ['udp', 'tcp'],
  });
}

const ZONE = /^(?<scheme>[a-z]{1,10}:\/\/)?(?:\[[^\]]{1,99}\]|[^:[\]]{0,255}):(?<port>\d{1,9}|\uFFFC)$/dg;
const SERVER = /^(?<scheme>[a-z]{1,10}:\/\/)?(?<host>\[[^\]]{1,99}\]|[^:[\]]{0,255}):(?<port>\d{1,9}|\uFFFC)$/dg;

const PROTOCOLS: Readonly<Record<string, Protocols>> = {
  'tls://': ['tcp'],
  'https://': ['tcp'],
  'https3://': ['udp'],
  'grpc://': ['tcp'],
  'quic://': ['udp'],
};
