import { readArguments, readOptions } from '../../ports/read/commandLine.ts';
import { programWord } from '../../ports/read/programWord.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** The arguments of a program that is named elsewhere, in one text or as a list: `--port 8080`, `-Dserver.port=8080`. */
export function options(): Reader {
  return {
    what: 'arguments of a program',
    read(node, at) {
      const words = scalars(node).map(at.text, at);
      const ports =
        node.kind === 'list'
          ? readArguments([programWord(), ...words])
          : words.flatMap(word => readOptions('ARGS', word));
      for (const port of ports) at.addCommand(port);
    },
  };
}
