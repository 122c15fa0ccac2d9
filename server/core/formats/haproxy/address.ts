import type { Protocols } from '../../../../registry/port.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import type { Reader } from '../tree/place.ts';
import { readAddresses } from './readAddresses.ts';

/** One argument with an address or several. */
export function address(role: PortRole, protocols: Protocols = ['tcp']): Reader {
  return {
    what: `address (${role})`,
    read(node, at) {
      if (node.kind !== 'scalar') return;
      for (const port of readAddresses(at.text(node), protocols))
        at.add({ ...port, role, confidence: 'certain' }, node.inner);
    },
  };
}
