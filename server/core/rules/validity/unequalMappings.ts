import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { isUnequal } from '../../ports/read/mapping.ts';

/** Both sides of the mappings of command lines that differ in length; those of files are faults of their formats. */
export function unequalMappings({
  occurrences,
  faults,
}: DocumentFacts): readonly { readonly host: PortOccurrence; readonly container: PortOccurrence }[] {
  const reported = new Set(faults.filter(({ rule }) => rule === 'unequal-port-ranges').map(({ span }) => span.start));
  const found: { readonly host: PortOccurrence; readonly container: PortOccurrence }[] = [];
  let host: PortOccurrence | undefined;
  for (const port of occurrences) {
    if (port.mapping?.side === 'publish') host = port;
    else if (port.mapping && host?.mapping?.id === port.mapping.id && isUnequal(host, port)) {
      if (!reported.has(host.span.start) && !reported.has(port.mapping.id)) found.push({ host, container: port });
    }
  }
  return found;
}
