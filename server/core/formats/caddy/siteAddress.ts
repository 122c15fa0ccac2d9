import type { Reader } from '../tree/place.ts';
import { refuse } from '../values/refusal.ts';
import { scalars } from '../values/scalars.ts';
import { networkAddress } from './networkAddress.ts';

/** Addresses of a site. Each has one port at most. https://caddyserver.com/docs/caddyfile/concepts#addresses */
export function siteAddress(): Reader {
  const address = networkAddress('listen', { isName: true });
  return {
    what: address.what,
    read(node, at) {
      address.read(node, at);
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const range = /^(?:https?:\/\/)?(?:[\w.*-]{0,255}|\[[\da-f:]{2,40}\]):(\d{1,5}-\d{1,5}),?$/i.exec(
          text.text,
        )?.[1];
        if (range === undefined) continue;
        const to = text.text.length - (text.text.endsWith(',') ? 1 : 0);
        refuse(at, text, { message: 'range', program: 'Caddy', from: to - range.length, to });
      }
    },
  };
}
