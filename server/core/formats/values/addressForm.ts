import type { Protocols } from '../../../../registry/port.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import { networkPort, type Stretch } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** A way to write an address that only one program has. */
export interface AddressForm {
  readonly what: string;
  readonly role: PortRole;
  /** With the flags `d` and `g`, and the groups `port` and perhaps `host`; the host may stand in brackets. */
  readonly pattern: RegExp;
  /** What the port speaks, where the other groups of the pattern tell it. */
  readonly protocols?: Protocols | ((groups: Readonly<Record<string, string | undefined>>) => Protocols);
}

/** Every address of a form in a text, or in those of a list. */
export function addressForm({ what, role, pattern, protocols }: AddressForm): Reader {
  return {
    what: `${what} (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { groups = {}, indices } of text.text.matchAll(pattern)) {
          const { port, host } = indices?.groups ?? {};
          if (!port) continue;
          const own = typeof protocols === 'function' ? protocols(groups) : protocols;
          const place = { from: port[0], to: port[1] };
          const found = networkPort(text, place, host && withoutBrackets(text.text, host), undefined, own);
          if (found) at.add({ ...found, role, confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

function withoutBrackets(text: string, [from, to]: readonly [number, number]): Stretch {
  return text[from] === '[' && text[to - 1] === ']' ? { from: from + 1, to: to - 1 } : { from, to };
}
