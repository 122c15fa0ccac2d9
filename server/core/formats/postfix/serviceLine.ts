import type { Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import { destinations } from './destinations.ts';

/** A service of master.cf, whose name is its port where its kind is `inet`; the rest and a setting of main.cf dial. */
export function serviceLine(): Reader {
  const own = hostPort('listen', { protocols: ['tcp'], bare: true });
  const others = destinations('connect');
  return {
    what: 'port of an inet service (listen), destinations with their ports (connect)',
    read(node, at) {
      if (node.kind === 'scalar') others.read(node, at);
      if (node.kind !== 'list') return;
      const [name, ...words] = node.items;
      const [kind] = words;
      if (name && kind?.kind === 'scalar' && kind.text === 'inet') own.read(name, at);
      for (const word of words) others.read(word, at);
    },
  };
}
