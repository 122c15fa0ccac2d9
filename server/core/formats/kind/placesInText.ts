import type { PortRole } from '../../ports/occurrence.ts';
import { readHostPort } from '../../ports/read/hostPort.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Mapped } from '../../text/mapped.ts';
import { slice } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/**
 * Every URL and `host:port` of a text, also in the names of tables, as in a piece of containerd's settings:
 * `[plugins."io.containerd.grpc.v1.cri".registry.mirrors."localhost:5000"]`.
 */
export function placesInText(role: PortRole): Reader {
  return {
    what: `URL or host:port anywhere (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        for (const text of words(at.text(scalar))) {
          const found = text.text.includes('://')
            ? readUrls(text)
            : readHostPort(text, { from: 0, to: text.text.length });
          for (const port of Array.isArray(found) ? found : found ? [found] : [])
            at.add({ ...port, role, protocols: ['tcp'], confidence: 'certain' }, text.span);
        }
      }
    },
  };
}

/** The texts in quotes and the words; a comment runs from its `#` to the end of the line, and a key has a colon. */
function words(mapped: Mapped): readonly Mapped[] {
  return [...mapped.text.matchAll(/#[^\n]*|"([^"\n]*)"|'([^'\n]*)'|([\w.:/@[\]-]+)/dg)].flatMap(
    ({ 3: word, indices }) => {
      const place = indices?.[1] ?? indices?.[2] ?? indices?.[3];
      return place ? [slice(mapped, place[0], place[1] - (word?.endsWith(':') ? 1 : 0))] : [];
    },
  );
}
