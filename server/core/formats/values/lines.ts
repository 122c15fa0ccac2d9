import type { Reader } from '../tree/place.ts';
import { assignment } from './assignment.ts';
import { command } from './command.ts';

/** For trees of task runners: the items of lists are lines for a shell, what stands under a name is set. */
export function lines(): Reader {
  const line = command();
  const other = assignment();
  return {
    what: 'command line, or by the words of its name',
    read(node, at) {
      (typeof at.path.at(-1) === 'number' ? line : other).read(node, at);
    },
  };
}
