import { networkPort } from '../../ports/read/networkPort.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { At, Reader } from '../tree/place.ts';

/** An argument of `if`: `($server_port != 443)`, `($http_origin = "http://localhost:3000")`. */
export function comparison(): Reader {
  return {
    what: 'what `$server_port` and URLs are compared with (label)',
    read(node, at) {
      if (node.kind !== 'scalar') return;
      const text = at.text(node);
      for (const port of readUrls(text)) at.add({ ...port, role: 'label', confidence: 'likely' }, node.inner);
      const to = comparesPort(at) ? (/^\d{1,5}(?=\)?$)/.exec(text.text)?.[0].length ?? 0) : 0;
      const port = to > 0 ? networkPort(text, { from: 0, to }, undefined, undefined, ['tcp']) : undefined;
      if (port) at.add({ ...port, role: 'label', confidence: 'certain' }, node.inner);
    },
  };
}

function comparesPort(at: At): boolean {
  const words = at.parents.at(-1);
  const first = words?.kind === 'list' ? words.items[0] : undefined;
  return first?.kind === 'scalar' && first.text.endsWith('port');
}
