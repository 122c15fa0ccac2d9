import { readArguments } from '../../ports/read/commandLine.ts';
import { programWord } from '../../ports/read/programWord.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** The arguments of a task, whose program stands beside them: `command = "nc"`, `args = ["-l", "-p", "1234"]`. */
export function taskArguments(): Reader {
  return {
    what: 'arguments of the program beside them',
    read(node, at) {
      const program = programWord(at.sibling('command')?.text);
      for (const port of readArguments([program, ...scalars(node).map(at.text, at)])) at.addCommand(port);
    },
  };
}
