import { rulePorts } from '../../ports/read/firewall/rulePort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `accept *:80,reject 10.0.0.0/8:*,accept *:6660-6667` */
export function exitRule(): Reader {
  return {
    what: 'address:port rules (allow, deny)',
    read(node, at) {
      let role: 'allow' | 'deny' = 'allow';
      for (const scalar of scalars(node)) {
        if (/^(?:accept|reject)6?$/.test(scalar.text)) role = scalar.text.startsWith('reject') ? 'deny' : 'allow';
        const text = at.text(scalar);
        for (const { 1: host = '', 2: digits = '', index } of text.text.matchAll(
          /([^\s,]{0,99}:)(\d{1,9}(?:-\d{1,9})?)(?=,|\s|$)/g,
        )) {
          const from = index + host.length;
          const rule = { role, protocols: ['tcp'] } as const;
          for (const port of rulePorts(text, rule, from, from + digits.length)) at.addCommand(port);
        }
      }
    },
  };
}
