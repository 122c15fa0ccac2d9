import type { Span } from '../text/span.ts';
import { type Namespace, type Owner, occurrenceOf, type PortOccurrence } from './occurrence.ts';
import type { Mapping } from './read/mapping.ts';
import { faultOf, type PortText } from './value.ts';

/** Where a published port stands, and what is around it. */
export interface MappingPlace {
  /** The entry without quotes; its beginning is the id of the mapping. */
  readonly token: Span;
  /** What the container's side lies in; the other side is the host's. */
  readonly inside: Namespace;
  readonly owner: Owner | undefined;
  readonly path: readonly (string | number)[];
}

/** Both sides of a mapping. What is no number at all is a fault of the entry, not a port. */
export function mappingOccurrences(mapping: Mapping, place: MappingPlace): readonly PortOccurrence[] {
  const { token, inside, owner, path } = place;
  const side = (text: PortText | undefined, which: 'publish' | 'target'): readonly PortOccurrence[] => {
    if (!text || faultOf(text.value)?.reason === 'malformed') return [];
    const found = occurrenceOf(text, {
      token,
      role: which,
      namespace: which === 'publish' ? HOST : inside,
      protocols: mapping.protocols,
      protocolSpan: mapping.protocolSpan,
      binding: which === 'publish' ? mapping.binding : undefined,
      mapping: { id: token.start, side: which },
      owner,
      path,
      confidence: 'certain',
    });
    return [found];
  };
  return [...side(mapping.host, 'publish'), ...side(mapping.container, 'target')];
}

const HOST: Namespace = { kind: 'host' };
