import { rulePorts } from '../../ports/read/firewall/rulePort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `iptables-multiport[name=web, port="80,443", protocol=tcp]` */
export function jailAction(): Reader {
  return {
    what: 'port= of an action (deny)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 1: head = '', 2: ports = '', index } of text.text.matchAll(
          /(\bport\s?=\s?["']?)([\w,: ]{1,500})/g,
        )) {
          const from = index + head.length;
          const rule = { role: 'deny', protocols: undefined } as const;
          for (const port of rulePorts(text, rule, from, from + ports.length)) at.addCommand(port);
        }
      }
    },
  };
}
