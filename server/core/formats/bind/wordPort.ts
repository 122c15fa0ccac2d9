import type { PortRole } from '../../ports/occurrence.ts';
import type { Reader } from '../tree/place.ts';
import { port } from '../values/port.ts';

const DNS = { protocols: ['udp', 'tcp'], range: undefined } as const;
const TCP = { protocols: ['tcp'], range: undefined } as const;

/** The number behind a word `port`; the directives around say whose it is. */
export function wordPort(): Reader {
  const readers: Readonly<Record<string, Reader>> = {
    listen: port('listen', DNS),
    control: port('listen', TCP),
    connect: port('connect', DNS),
  };
  return {
    what: 'port (listen, connect)',
    read: (node, at) => readers[kindOf(at.keys)]?.read(node, at),
  };
}

function kindOf(keys: readonly string[]): Extract<PortRole, 'listen' | 'connect'> | 'control' {
  if (keys.some(key => key === 'controls' || key === 'statistics-channels')) return 'control';
  const isOwn = keys.some(key => key.startsWith('listen-on')) || (keys[0] === 'options' && keys.at(-1) === 'port');
  return isOwn && keys.length <= 2 ? 'listen' : 'connect';
}
