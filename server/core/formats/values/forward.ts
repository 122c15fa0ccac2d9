import { readTunnelled } from '../../ports/read/commandLine.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** `8080`, `8080:80` or `127.0.0.1:8080:80`: a port of this machine that leads into a container. */
export function forward(): Reader {
  return {
    what: 'forwarded port (forward, connect)',
    read(node, at) {
      for (const scalar of scalars(node)) for (const port of readTunnelled(at.text(scalar))) at.addCommand(port);
    },
  };
}
