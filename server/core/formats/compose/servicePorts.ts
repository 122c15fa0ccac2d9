import type { ComposeService, ServicePort } from '../../facts/compose.ts';
import { readServicePort } from '../../facts/servicePort.ts';
import { type Namespace, type Owner, occurrenceOf, type PortOccurrence } from '../../ports/occurrence.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { type Mapping, showSides } from '../../ports/read/mapping.ts';
import { faultOf, type PortText } from '../../ports/value.ts';
import type { Collector } from '../collector.ts';

/** Both sides of every entry of `ports`, and what Docker would refuse in it. */
export function collectPorts(found: Collector, service: ComposeService, owner: Owner, inside: Namespace): void {
  for (const port of service.ports) {
    const mapping = readServicePort(port, text => interpolate(text, 'dollar'));
    const path = ['services', service.name, 'ports', port.index];
    collectFaults(found, mapping, port, path);
    const id = port.span.start;
    const side = (text: PortText, which: 'publish' | 'target'): PortOccurrence =>
      occurrenceOf(text, {
        token: port.span,
        role: which,
        namespace: which === 'publish' ? HOST : inside,
        protocols: mapping.protocols,
        protocolSpan: mapping.protocolSpan,
        binding: which === 'publish' ? mapping.binding : undefined,
        mapping: { id, side: which },
        owner,
        path,
        confidence: 'certain',
      });
    if (mapping.host && isPort(mapping.host)) found.port(side(mapping.host, 'publish'));
    if (mapping.container && isPort(mapping.container)) found.port(side(mapping.container, 'target'));
  }
}

const HOST: Namespace = { kind: 'host' };

/** What is no number at all is a fault of the entry, not a port. */
function isPort({ value }: { readonly value: PortOccurrence['value'] }): boolean {
  return faultOf(value)?.reason !== 'malformed';
}

function collectFaults(
  found: Collector,
  mapping: Mapping,
  port: ServicePort,
  path: readonly (string | number)[],
): void {
  for (const fault of mapping.faults) {
    const { kind, span, text } = fault;
    if (kind === 'unequal') {
      found.fault({ rule: 'unequal-port-ranges', message: kind, span, data: showSides(mapping), path });
    } else if (kind !== 'missing' || port.form === 'short') {
      found.fault({ rule: 'malformed-port', message: kind, span, data: { text }, path });
    }
  }
}
