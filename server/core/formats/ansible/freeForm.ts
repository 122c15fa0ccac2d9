import { asProtocol } from '../../../../registry/port.ts';
import { occurrenceOf, type PortRole } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import { faultOf } from '../../ports/value.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** Modules whose arguments may stand in one line, `ufw: rule=allow port=3000:3010 proto=udp`, and what their ports are. */
const ROLES: ReadonlyMap<string, PortRole> = new Map([
  ['wait_for', 'probe'],
  ['firewalld', 'allow'],
  ['ufw', 'allow'],
  ['iptables', 'allow'],
  ['seport', 'allow'],
]);

/** What a module does with the ports among its arguments; undefined where it is none of these modules. */
export function freeFormRole(key: string): PortRole | undefined {
  return ROLES.get(key.slice(key.lastIndexOf('.') + 1));
}

/** Arguments of a module in one text: `firewalld: port=8080/tcp state=enabled`. */
export function freeForm(): Reader {
  return {
    what: 'port of a module whose arguments stand in one line',
    read(node, at) {
      const key = at.keys.at(-1) ?? '';
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const role = /\b(?:rule|jump)=["']?(?:deny|reject|drop)/i.test(text.text)
          ? 'deny'
          : (freeFormRole(key) ?? 'allow');
        const named = asProtocol(/\bproto(?:col)?=["']?(\w+)/.exec(text.text)?.[1] ?? '');
        for (const { 0: all, 1: value = '', 2: behind, index } of text.text.matchAll(PORT)) {
          const start = index + all.length - (behind ? behind.length + 1 : 0) - value.length;
          const port = readPort(text, start, start + value.length, value.includes(':') ? ':' : '-');
          if (faultOf(port.value)) continue;
          const protocol = asProtocol(behind ?? '') ?? named;
          at.addOccurrence(
            occurrenceOf(port, {
              token: scalar.inner,
              role,
              namespace: at.scope.namespace,
              protocols: protocol ? [protocol] : role === 'probe' ? ['tcp'] : undefined,
              owner: at.scope.owner,
              path: at.path,
              confidence: 'certain',
            }),
          );
        }
      }
    },
  };
}

/** The number or range, and the protocol behind it. */
const PORT =
  /\b(?:port|ports|to_port|from_port|destination_port|source_port|to_ports)=["']?([\d:-]{1,11})(?:\/(\w{1,4}))?(?=["'\s]|$)/g;
