import { listItems, readHostPort } from '../../ports/read/hostPort.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** A URL, `cache:11211`, or `network=tcp,addr=cache:6379,db=0`. */
export function providerConfig(): Reader {
  return {
    what: 'URL, host:port or name=value pairs (connect)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const urls = readUrls(text);
        const addresses = listItems(text.text).flatMap(({ from, to }) => {
          const start = text.text.startsWith('addr=', from) ? from + 'addr='.length : from;
          return readHostPort(text, { from: start, to }) ?? [];
        });
        for (const found of urls.length > 0 ? urls : addresses)
          at.add({ ...found, role: 'connect', protocols: ['tcp'], confidence: 'certain' }, scalar.inner);
      }
    },
  };
}
