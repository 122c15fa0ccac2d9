import { listItems, readHostPort } from '../../ports/read/hostPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `127.0.0.1:2004, 127.0.0.1:2104:b`: the last name is that of the instance. */
export function destinations(): Reader {
  return {
    what: 'host:port:instance (connect)',
    ofTexts: true,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { from, to } of listItems(text.text)) {
          const instance = /:\d+(:\w+)$/.exec(text.text.slice(from, to))?.[1] ?? '';
          const found = readHostPort(text, { from, to: to - instance.length });
          if (found) at.add({ ...found, role: 'connect', protocols: ['tcp'], confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}
