import type { Reader } from '../tree/place.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Reads as `reader` does, and reports what the program refuses of each scalar. */
export function refusing(
  reader: Reader,
  program: string,
  refusalsOf: (text: string) => Iterable<Omit<Refusal, 'program'>>,
): Reader {
  return {
    what: reader.what,
    read(node, at) {
      reader.read(node, at);
      if (node.kind !== 'scalar') return;
      const text = at.text(node);
      for (const refusal of refusalsOf(text.text)) refuse(at, text, { program, ...refusal });
    },
  };
}
