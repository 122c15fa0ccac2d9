import type { PortRole } from '../../ports/occurrence.ts';
import { readHostPorts } from '../../ports/read/hostPort.ts';
import { slice } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** Several servers behind one scheme: `qjournal://a:8485;b:8485/cluster`, `zk:a:2181,b:2181`, `zk+null://a:2181/ledgers`. */
export function quorum(role: PortRole = 'connect'): Reader {
  return {
    what: `scheme and host:port of several servers (${role})`,
    ofTexts: true,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const scheme = SCHEME.exec(text.text)?.[0] ?? '';
        for (const found of readHostPorts(slice(text, scheme.length, text.text.length)))
          at.add({ ...found, role, protocols: ['tcp'], confidence: 'certain' }, scalar.inner);
      }
    },
  };
}

const SCHEME = /^[a-z][\w+-]{0,30}:(?:\/\/)?(?!\d+(?:[,;/]|$))/i;
