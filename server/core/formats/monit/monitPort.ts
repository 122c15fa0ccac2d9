import type { Reader } from '../tree/place.ts';
import { port } from '../values/port.ts';

/** The number behind `port`: checked, or of the servers that `set httpd` and `set mailserver` name. */
export function monitPort(): Reader {
  const probed = port('probe', { range: undefined });
  const own = port('listen', { protocols: ['tcp'], range: undefined });
  const dialled = port('connect', { protocols: ['tcp'], range: undefined });
  return {
    what: 'port (probe, listen, connect)',
    read(node, at) {
      const list = at.parents.at(-1);
      const words =
        list?.kind === 'list' ? list.items.slice(0, 2).map(word => (word.kind === 'scalar' ? word.text : '')) : [];
      const [first = '', second = ''] = words;
      if (first === 'set') (second === 'httpd' ? own : dialled).read(node, at);
      else if (first === 'port' || first === 'use') own.read(node, at);
      else probed.read(node, at);
    },
  };
}
