import type { Reader } from '../tree/place.ts';

/** For what looks like a port and is none, with everything below it. */
export function nothing(): Reader {
  return { what: 'nothing', read() {} };
}
