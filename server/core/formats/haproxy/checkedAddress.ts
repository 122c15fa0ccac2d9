import type { Reader } from '../tree/place.ts';
import type { Refusal } from '../values/refusal.ts';
import { refusing } from '../values/refusing.ts';
import { address } from './address.ts';

/** Addresses that are bound: each needs a colon, and a port behind it. https://docs.haproxy.org/dev/configuration.html#4-bind */
export function bindAddress(protocols?: readonly ['udp']): Reader {
  const listen = address('listen', protocols);
  return byItem(listen, item => {
    if (/^\d{1,5}(?:-\d{1,5})?$/.test(item)) return { message: 'colonless', instead: `:${item}` };
    const isAddress = /^(?:(?:ipv[46]@)?(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]{2,40}\])|localhost|\*):?$/i.test(item);
    return isAddress ? { message: 'portless' } : undefined;
  });
}

/** A server has one port, or an offset to that of its client. https://docs.haproxy.org/dev/configuration.html#4-server */
export function serverAddress(): Reader {
  return byItem(address('connect'), item => (/:\d{1,5}-\d{1,5}$/.test(item) ? { message: 'range' } : undefined));
}

/** Several addresses may stand behind one another, with commas between them. */
function byItem(reader: Reader, refusalOf: (item: string) => Omit<Refusal, 'program'> | undefined): Reader {
  return refusing(reader, 'HAProxy', text =>
    [...text.matchAll(/[^,]{1,300}/g)].flatMap(({ 0: item, index }) => {
      const refusal = refusalOf(item);
      return refusal ? [{ from: index, to: index + item.length, ...refusal }] : [];
    }),
  );
}
