import { type Namespace, occurrenceOf, type PortOccurrence } from '../../ports/occurrence.ts';
import { readMapping, showSides } from '../../ports/read/mapping.ts';
import { faultOf, type PortText } from '../../ports/value.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

const HOST: Namespace = { kind: 'host' };

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
        const side = (text: PortText, which: 'publish' | 'target'): PortOccurrence =>
          occurrenceOf(text, {
            token: scalar.inner,
            role: which,
            namespace: which === 'publish' ? HOST : namespace,
            protocols: read.protocols,
            protocolSpan: read.protocolSpan,
            binding: which === 'publish' ? read.binding : undefined,
            mapping: { id: scalar.inner.start, side: which },
            owner,
            path: at.path,
            confidence: 'certain',
          });
        if (isPort(read.host)) at.addOccurrence(side(read.host, 'publish'));
        if (isPort(read.container)) at.addOccurrence(side(read.container, 'target'));
        if (isPort(read.host) && isPort(read.container)) reportUnequal(at, read);
      }
    },
  };
}

function isPort(text: PortText | undefined): text is PortText {
  return text !== undefined && faultOf(text.value)?.reason !== 'malformed';
}

function reportUnequal(at: At, read: ReturnType<typeof readMapping>): void {
  for (const { kind, span } of read.faults) {
    if (kind === 'unequal') at.fault({ rule: 'unequal-port-ranges', message: kind, span, data: showSides(read) });
  }
}
