import { readArguments } from '../../ports/read/commandLine.ts';
import { opaque } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** The arguments of a task, whose program stands beside them: `command = "nc"`, `args = ["-l", "-p", "1234"]`. */
export function taskArguments(): Reader {
  return {
    what: 'arguments of the program beside them',
    read(node, at) {
      const program = at.sibling('command')?.text ?? 'program';
      const words = scalars(node).map(scalar => at.text(scalar));
      for (const port of readArguments([opaque(program, { start: 0, end: 0 }), ...words])) at.addCommand(port);
    },
  };
}
