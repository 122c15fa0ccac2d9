import type { ComposeService, ServicePort } from '../../facts/compose.ts';
import { readServicePort } from '../../facts/servicePort.ts';
import { mappingOccurrences } from '../../ports/mappingOccurrences.ts';
import type { Namespace, Owner } from '../../ports/occurrence.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { type Mapping, showSides } from '../../ports/read/mapping.ts';
import type { Collector } from '../collector.ts';

/** Both sides of every entry of `ports`, and what Docker would refuse in it. */
export function collectPorts(found: Collector, service: ComposeService, owner: Owner, inside: Namespace): void {
  for (const port of service.ports) {
    const mapping = readServicePort(port, text => interpolate(text, 'dollar'));
    const path = ['services', service.name, 'ports', port.index];
    collectFaults(found, mapping, port, path);
    for (const occurrence of mappingOccurrences(mapping, { token: port.span, inside, owner, path }))
      found.port(occurrence);
  }
}

function collectFaults(
  found: Collector,
  mapping: Mapping,
  port: ServicePort,
  path: readonly (string | number)[],
): void {
  for (const fault of mapping.faults) {
    const { kind, span, text } = fault;
    if (PLACEHOLDER.test(text) || (kind !== 'protocol' && IN_CAPITALS.test(text))) continue;
    if (kind === 'unequal') {
      found.fault({
        rule: 'unequal-port-ranges',
        message: kind,
        span,
        data: { ...showSides(mapping), program: 'Docker' },
        path,
      });
    } else if (kind !== 'missing' || port.form === 'short') {
      found.fault({ rule: 'malformed-port', message: kind, span, data: { text, program: 'Docker' }, path });
    }
  }
}

/** Marks of what fills in a template before Docker reads it: `$$cap_port` of CapRover, `__PORT__`, `<port>`, `((port))`. */
const PLACEHOLDER = /[$<>{}@()`!]|\[\[|__\w|%\w+%/;

/** `YOUR_PORT` */
const IN_CAPITALS = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/;
