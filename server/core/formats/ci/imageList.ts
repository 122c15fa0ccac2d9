import { readImage } from '../../ports/image.ts';
import { listItems } from '../../ports/read/hostPort.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** Images behind commas and in lines, as actions take them: `localhost:5000/app:1`, `type=registry,ref=localhost:5000/app`. */
export function imageList(): Reader {
  return {
    what: 'container images (registry)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { from, to } of listItems(text.text)) {
          const start = from + text.text.slice(from, to).lastIndexOf('=') + 1;
          const registry = readImage(text.text.slice(start, to)).registryPort;
          if (!registry) continue;
          const first = start + registry.at;
          const host = { from: start, to: first - 1 };
          const port = networkPort(text, { from: first, to: first + registry.length }, host, undefined, ['tcp']);
          if (port) at.add({ ...port, role: 'registry', confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}
