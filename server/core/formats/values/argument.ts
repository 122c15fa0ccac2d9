import { readArguments } from '../../ports/read/commandLine.ts';
import { programWord } from '../../ports/read/programWord.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** One argument of some program: `--listen=:8080`; of a list each by itself. */
export function argument(): Reader {
  return {
    what: 'argument of a command',
    read(node, at) {
      for (const scalar of scalars(node))
        for (const port of readArguments([programWord(), at.text(scalar)])) at.addCommand(port);
    },
  };
}
