import { readHostPort } from '../../ports/read/hostPort.ts';
import { get } from '../../syntax/tree.ts';
import type { Reader } from '../tree/place.ts';
import { port } from '../values/port.ts';
import { TCP } from '../values/transports.ts';

/** `{"10.0.0.1:1980": 1}`, keys with their weights, or a list of `{host, port, weight}`. */
export function upstreamNodes(): Reader {
  const number = port('connect', TCP);
  return {
    what: 'host:port keys, or ports (connect)',
    read(node, at) {
      if (node.kind === 'map') {
        for (const { key } of node.entries) {
          const text = at.text(key);
          const found = readHostPort(text, { from: 0, to: text.text.length });
          if (found) at.add({ ...found, role: 'connect', protocols: ['tcp'], confidence: 'certain' }, key.inner);
        }
      } else if (node.kind === 'list') {
        for (const item of node.items) {
          const value = get(item, 'port');
          if (value) number.read(value, at);
        }
      }
    },
  };
}
