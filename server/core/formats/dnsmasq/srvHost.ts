import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `_ldap._tcp.example.com,ldap.example.com,389,0,10`: service, host, port, priority, weight. */
export function srvHost(): Reader {
  return {
    what: 'port of a SRV record (advertise)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const [all, head = '', digits = ''] = /^([^,]{0,255},[^,]{0,255},\s?)(\d{1,9})(?=,|\s|$)/.exec(text.text) ?? [];
        if (all === undefined) continue;
        const protocols = text.text.includes('._udp') ? (['udp'] as const) : (['tcp'] as const);
        const port = networkPort(
          text,
          { from: head.length, to: head.length + digits.length },
          undefined,
          undefined,
          protocols,
        );
        if (port) at.add({ ...port, role: 'advertise', confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
