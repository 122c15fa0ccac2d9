import { mappingOccurrences } from '../../ports/mappingOccurrences.ts';
import { type Mapping, readMapping, showSides } from '../../ports/read/mapping.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';
import { type Base60, reportSexagesimal } from './sexagesimal.ts';

/**
 * A published port as Docker writes it, `[[ip:][host]:]container[/protocol]`, or a list of these. `until` ends it where
 * more may follow: `8080:80@loadbalancer`.
 */
export function mapping({ until, program = 'Docker', base60 }: MappingOptions = {}): Reader {
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
        if (sides.length === 2) reportFaults(at, read, program);
        if (base60) reportSexagesimal(scalar, base60, at);
      }
    },
  };
}

/** Where the entry ends, and who publishes it. */
export interface MappingOptions {
  readonly until?: string;
  readonly program?: string;
  /** The reader of the file, where it knows the numbers of YAML 1.1. */
  readonly base60?: Base60;
}

/** Only of what is a mapping without doubt, as it has a number on both sides. */
function reportFaults(at: At, read: Mapping, program: string): void {
  for (const { kind, span, text } of read.faults) {
    if (kind === 'unequal')
      at.fault({ rule: 'unequal-port-ranges', message: kind, span, data: { ...showSides(read), program } });
    else if (kind === 'address' || kind === 'protocol')
      at.fault({ rule: 'malformed-port', message: kind, span, data: { text, program } });
  }
}
