import { asProtocol } from '../../../../registry/port.ts';
import { commandOccurrence } from '../../ports/commandOccurrence.ts';
import { rulePorts } from '../../ports/read/firewall/rulePort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `ipv4:tcp:8000-8010`, `udp:53`, `any`. https://www.freedesktop.org/software/systemd/man/latest/systemd.resource-control.html#SocketBindAllow=bind-rule */
export function bindRule(role: 'allow' | 'deny'): Reader {
  return {
    what: `bind rule (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 0: rule, index } of text.text.matchAll(/\S{1,100}/g)) {
          const from = index + rule.lastIndexOf(':') + 1;
          const protocol = rule.split(':').flatMap(word => asProtocol(word) ?? [])[0];
          for (const port of rulePorts(text, { role, protocols: protocol && [protocol] }, from, index + rule.length))
            at.addOccurrence(commandOccurrence(port, { namespace: { kind: 'host' }, path: at.path }));
        }
      }
    },
  };
}
