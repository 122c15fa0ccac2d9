import { readImage } from '../../ports/image.ts';
import { occurrenceOf } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** A container image: the port of its registry, `localhost:5000/app:1`, and never the tag. */
export function image(): Reader {
  return {
    what: 'container image (registry)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const { registryPort } = readImage(text.text);
        if (!registryPort) continue;
        const { at: start, length } = registryPort;
        const host = text.text.slice(0, start - 1);
        at.addOccurrence(
          occurrenceOf(readPort(text, start, start + length), {
            token: scalar.inner,
            role: 'registry',
            namespace: { kind: 'remote', id: host },
            protocols: ['tcp'],
            host,
            path: at.path,
            owner: at.scope.owner,
            confidence: 'certain',
          }),
        );
      }
    },
  };
}
