import type { PortRole } from '../../ports/occurrence.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** The URLs of a text, and nothing else that looks like an address: of redirects, headers and replacements. */
export function urls(role: PortRole = 'connect'): Reader {
  return {
    what: `URL (${role})`,
    ofTexts: true,
    read(node, at) {
      for (const scalar of scalars(node))
        for (const found of readUrls(at.text(scalar))) at.add({ ...found, role, confidence: 'certain' }, scalar.inner);
    },
  };
}
