import type { At, Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** A text that is a file of its own; `nameOf` gives its path, by default the key: ConfigMaps name their files so. */
export function file(nameOf: (at: At) => string = at => at.keys.at(-1) ?? ''): Reader {
  return {
    what: 'file, read by its name and content',
    read(node, at) {
      for (const scalar of scalars(node)) at.embed(nameOf(at), at.text(scalar));
    },
  };
}
