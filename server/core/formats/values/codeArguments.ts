import { readArguments, readCommandLine } from '../../ports/read/commandLine.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** A command in a program (`codeTree`): one text for a shell, or a list of arguments. */
export function codeArguments(): Reader {
  return {
    what: 'command line',
    read(node, at) {
      const words =
        node.kind === 'map' ? node.entries.flatMap(({ value }) => (value?.kind === 'scalar' ? [value] : [])) : [];
      for (const port of readArguments(words.map(at.text, at))) at.addCommand(port);
      for (const scalar of scalars(node)) for (const port of readCommandLine(at.text(scalar))) at.addCommand(port);
    },
  };
}
