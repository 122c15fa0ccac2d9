import { readArguments, readCommandLine } from '../../ports/read/commandLine.ts';
import { get, items, type Node, type Scalar, scalar } from '../../syntax/tree.ts';
import { type At, at, type Place, type Reader } from '../tree/place.ts';
import { environment } from '../values/environment.ts';
import { nothing } from '../values/nothing.ts';

/** The tasks of VS Code, which also stand in workspaces below `prefix`. */
export function taskPlaces(prefix = ''): readonly Place[] {
  return [
    at(`${prefix}**.command`, taskCommand()),
    at(`${prefix}**.args`, nothing()),
    at(`${prefix}**.env`, environment()),
    at(`${prefix}**.{label,detail,problemMatcher,presentation,group,description,dependsOn,version}`, nothing()),
  ];
}

/** A program or a line for a shell, with the arguments beside it. */
function taskCommand(): Reader {
  return {
    what: 'command line with its `args`',
    read(node, at) {
      const program = wordOf(node);
      if (!program) return;
      const words = items(get(at.parents.at(-1), 'args')).flatMap(item => wordOf(item) ?? []);
      for (const port of readCommandLine(at.text(program))) at.addCommand(port);
      if (words.length > 0) readWords([program, ...words], at);
    },
  };
}

/** A shell's argument may say how it is quoted. */
function wordOf(node: Node): Scalar | undefined {
  return scalar(node) ?? scalar(get(node, 'value'));
}

function readWords(words: readonly Scalar[], at: At): void {
  for (const port of readArguments(words.map(at.text, at))) at.addCommand(port);
}
