import { asProtocol } from '../../../../registry/port.ts';
import { rulePorts } from '../../ports/read/firewall/rulePort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `80,443/tcp|6000:6010/udp|53`: the ports of a profile of ufw. */
export function profilePorts(): Reader {
  return {
    what: 'ports (allow)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 0: part, index } of text.text.matchAll(/[^|\s]{1,1000}/g)) {
          const slash = part.indexOf('/');
          const protocol = slash < 0 ? undefined : asProtocol(part.slice(slash + 1));
          const end = index + (slash < 0 ? part.length : slash);
          for (const port of rulePorts(text, { role: 'allow', protocols: protocol && [protocol] }, index, end))
            at.addCommand(port);
        }
      }
    },
  };
}
