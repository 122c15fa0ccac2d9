import type { Reader } from '../tree/place.ts';
import { connection } from '../values/connection.ts';
import { environmentText } from '../values/environmentText.ts';

/** A URL, or `network=tcp,addr=cache:6379,db=0`. */
export function providerConfig(): Reader {
  const url = connection();
  const pairs = environmentText(',');
  return {
    what: 'URL or name=value pairs (connect)',
    read(node, at) {
      const isUrl = node.kind === 'scalar' && node.text.includes('://');
      (isUrl ? url : pairs).read(node, at);
    },
  };
}
