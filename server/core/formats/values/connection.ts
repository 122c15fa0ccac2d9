import type { PortRole } from '../../ports/occurrence.ts';
import { readConnection } from '../../ports/read/connection.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** URLs, data source names (JDBC, ADO.NET, libpq, …) and `host:port` lists. */
export function connection(role: PortRole = 'connect'): Reader {
  return {
    what: `URL or data source name (${role})`,
    ofTexts: true,
    read(node, at) {
      for (const scalar of scalars(node)) {
        for (const found of readConnection(at.text(scalar)))
          at.add({ ...found, role, confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
