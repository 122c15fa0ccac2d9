import { readAssigned } from '../../ports/read/commandLine.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** A variable of a script: by the words of its name, as options of a program, or as a whole command. */
export function assignment(): Reader {
  return {
    what: 'by the words of its name, or command line',
    read(node, at) {
      for (const scalar of scalars(node))
        for (const port of readAssigned(at.keys.at(-1) ?? '', at.text(scalar))) at.addCommand(port);
    },
  };
}
