import { mappingOccurrences } from '../../ports/mappingOccurrences.ts';
import { readMapping, showSides } from '../../ports/read/mapping.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/**
 * A published port as Docker writes it, `[[ip:][host]:]container[/protocol]`, or a list of these. `until` ends it where
 * more may follow: `8080:80@loadbalancer`.
 */
export function mapping({ until }: { readonly until?: string } = {}): Reader {
  return {
    what: 'published port (publish, target)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const end = until === undefined ? -1 : text.text.indexOf(until);
        const read = readMapping(text, 0, end < 0 ? text.text.length : end);
        const { namespace, owner } = at.scope;
        const sides = mappingOccurrences(read, { token: scalar.inner, inside: namespace, owner, path: at.path });
        for (const occurrence of sides) at.addOccurrence(occurrence);
        if (sides.length === 2) reportUnequal(at, read);
      }
    },
  };
}

function reportUnequal(at: At, read: ReturnType<typeof readMapping>): void {
  for (const { kind, span } of read.faults) {
    if (kind === 'unequal') at.fault({ rule: 'unequal-port-ranges', message: kind, span, data: showSides(read) });
  }
}
