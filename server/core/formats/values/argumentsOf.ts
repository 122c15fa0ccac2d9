import { readArguments } from '../../ports/read/commandLine.ts';
import { programWord } from '../../ports/read/programWord.ts';
import { readWords } from '../../syntax/shell.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** Arguments without their program: what a CI service gives to `docker create`, `--health-cmd "redis-cli ping" -p 80:80`. */
export function argumentsOf(program: string): Reader {
  const before = program.split(' ').map(word => programWord(word));
  return {
    what: `arguments of ${program}`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const words = readWords(at.text(scalar)).flatMap(command => command.words);
        for (const port of readArguments([...before, ...words]))
          at.addCommand({ ...port, namespace: port.role === 'target' ? at.scope.namespace : port.namespace });
      }
    },
  };
}
