import type { PortRole } from '../../ports/occurrence.ts';
import type { Reader } from '../tree/place.ts';
import { addressForm } from '../values/addressForm.ts';

/** `sip:100@10.0.0.1:5060;transport=tcp`, `user:secret@host:5060/100`, `10.0.0.1:5060`. */
export function sipAddresses(role: PortRole): Reader {
  return addressForm({ what: 'SIP addresses', role, pattern: ADDRESS });
}

/** A password may stand where the port does, before an `@`. */
const ADDRESS =
  /(?:^|[@,\s<>"=]|sips?:|(?:udp|tcp|tls|wss?):\/\/)(?<host>\[[\da-f:.]{2,60}\]|[\w.-]{1,255}|\uFFFC):(?<port>\d{1,9}|\uFFFC)(?![\w.@])/dgi;
