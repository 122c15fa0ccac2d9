import { occurrenceOf } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import { faultOf } from '../../ports/value.ts';
import { get } from '../../syntax/tree.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `.port = "8080";` beside the `.host` of a backend. */
export function backendPort(): Reader {
  return {
    what: 'port (connect, tcp)',
    read(node, at) {
      const [scalar] = scalars(node);
      if (!scalar) return;
      const port = readPort(at.text(scalar));
      if (faultOf(port.value)?.reason === 'malformed') return;
      const host = hostBeside(at);
      at.addOccurrence(
        occurrenceOf(port, {
          token: scalar.inner,
          role: 'connect',
          namespace: host === undefined ? { kind: 'unknown' } : { kind: 'remote', id: host },
          protocols: ['tcp'],
          host,
          owner: undefined,
          path: at.path,
          confidence: 'certain',
        }),
      );
    },
  };
}

function hostBeside(at: At): string | undefined {
  const map = at.parents.findLast(parent => parent.kind === 'map');
  const host = get(map, '.host');
  const [scalar] = host ? scalars(host) : [];
  const text = scalar && at.text(scalar).text;
  return text?.includes(UNKNOWN) ? undefined : text;
}
