import { readArguments } from '../../ports/read/commandLine.ts';
import { programWord } from '../../ports/read/programWord.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `runArgs`: what `docker run` is given before the image, each word an item. */
export function runArguments(): Reader {
  return {
    what: 'arguments of `docker run`',
    read(node, at) {
      for (const port of readArguments([...DOCKER_CREATE, ...scalars(node).map(at.text, at)])) at.addCommand(port);
    },
  };
}

const DOCKER_CREATE = ['docker', 'create'].map(word => programWord(word));
