import type { Mapped } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { type Refusal, refuse } from '../values/refusal.ts';
import { address } from './address.ts';

/** Addresses that are bound: each needs a colon, and a port behind it. https://docs.haproxy.org/dev/configuration.html#4-bind */
export function bindAddress(protocols?: readonly ['udp']): Reader {
  const listen = address('listen', protocols);
  return withFaults(listen, item => {
    if (/^\d{1,5}(?:-\d{1,5})?$/.test(item)) return { message: 'colonless', instead: `:${item}` };
    const isAddress = /^(?:(?:ipv[46]@)?(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]{2,40}\])|localhost|\*):?$/i.test(item);
    return isAddress ? { message: 'portless' } : undefined;
  });
}

/** A server has one port, or an offset to that of its client. https://docs.haproxy.org/dev/configuration.html#4-server */
export function serverAddress(): Reader {
  return withFaults(address('connect'), item => (/:\d{1,5}-\d{1,5}$/.test(item) ? { message: 'range' } : undefined));
}

function withFaults(reader: Reader, refusal: (item: string) => Omit<Refusal, 'program'> | undefined): Reader {
  return {
    what: reader.what,
    read(node, at) {
      reader.read(node, at);
      if (node.kind !== 'scalar') return;
      const text: Mapped = at.text(node);
      for (const { 0: item, index } of text.text.matchAll(/[^,]{1,300}/g)) {
        const found = refusal(item);
        if (found) refuse(at, text, { program: 'HAProxy', from: index, to: index + item.length, ...found });
      }
    },
  };
}
