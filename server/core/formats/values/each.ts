import type { Reader } from '../tree/place.ts';

/** Reads a value, or each value of a map: several things under names of one's own, or the items of a list in a program. */
export function each(reader: Reader): Reader {
  return {
    what: reader.what,
    read(node, at) {
      if (node.kind !== 'map') reader.read(node, at);
      else for (const { value } of node.entries) if (value) reader.read(value, at);
    },
  };
}
