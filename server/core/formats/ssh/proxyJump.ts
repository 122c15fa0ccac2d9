import { readHostPort } from '../../ports/read/hostPort.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `user@gateway:2222,other:22`, or `ssh://` URLs. */
export function proxyJump(): Reader {
  return {
    what: '[user@]host:port (connect)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 0: jump, index } of text.text.matchAll(/[^,\s]{1,300}/g)) {
          const from = index + jump.lastIndexOf('@') + 1;
          const port = jump.includes('://') ? undefined : readHostPort(text, { from, to: index + jump.length });
          if (port) at.add({ ...port, role: 'connect', protocols: ['tcp'], confidence: 'certain' }, scalar.inner);
        }
        for (const port of readUrls(text)) at.add({ ...port, role: 'connect', confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
