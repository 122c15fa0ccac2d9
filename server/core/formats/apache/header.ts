import { readKeyed } from '../../ports/read/setting.ts';
import type { Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import { UDP } from '../values/transports.ts';

/** `RequestHeader set X-Forwarded-Port 443`, `Header always set Alt-Svc 'h3=":443"'`: what is told opens nothing. */
export function header(): Reader {
  const alternative = hostPort('advertise', UDP);
  return {
    what: 'header, by the words of its name (advertise)',
    read(node, at) {
      const words = node.kind === 'list' ? node.items : [];
      const action = words.findIndex(word => word.kind === 'scalar' && ACTIONS.has(word.text.toLowerCase()));
      const [name, ...values] = words.slice(action + 1);
      if (action < 0 || name?.kind !== 'scalar') return;
      for (const value of values) {
        if (value.kind !== 'scalar') continue;
        if (name.text.toLowerCase() === 'alt-svc') alternative.read(value, at);
        else
          for (const port of readKeyed([name.text], at.text(value)))
            at.add({ ...port, role: 'advertise' }, value.inner);
      }
    },
  };
}

const ACTIONS: ReadonlySet<string> = new Set(['set', 'setifempty', 'append', 'merge', 'add', 'edit', 'edit*']);
