import { readArguments } from '../../ports/read/commandLine.ts';
import { readWords } from '../../syntax/shell.ts';
import { opaque } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** What a CI service gives to `docker create` before the image: `--health-cmd "redis-cli ping" -p 5432:5432`. */
export function dockerOptions(): Reader {
  return {
    what: 'options of `docker create`',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const words = readWords(at.text(scalar)).flatMap(command => command.words);
        for (const port of readArguments([...DOCKER_CREATE, ...words]))
          at.addCommand({ ...port, namespace: port.role === 'target' ? at.scope.namespace : port.namespace });
      }
    },
  };
}

const DOCKER_CREATE = ['docker', 'create'].map(word => opaque(word, { start: 0, end: 0 }));
