import type { PortRole } from '../../ports/occurrence.ts';
import { readArguments, readCommandLine } from '../../ports/read/commandLine.ts';
import { programWord } from '../../ports/read/programWord.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';
import { imageAt } from './object.ts';

/**
 * `command` and `args` of a container are one command line; without `command` its program is that of the image.
 * https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
export function containerCommand(): Reader {
  return {
    what: 'command line',
    read(node, at) {
      const role: PortRole | undefined = at.keys.some(key => PROBES.has(key)) ? 'probe' : undefined;
      if (node.kind === 'scalar') {
        for (const found of readCommandLine(at.text(node))) at.addCommand(found, role);
        return;
      }
      const beside = at.parents.at(-1);
      const isArguments = at.keys.at(-1) === 'args';
      const command = at.get(beside, 'command');
      // They are read where `command` stands.
      if (isArguments && command?.kind === 'list') return;
      const more = isArguments ? undefined : at.get(beside, 'args');
      const words = [...scalars(node), ...(more?.kind === 'list' ? scalars(more) : [])].map(at.text, at);
      for (const found of readArguments(isArguments ? [...programOf(words, at), ...words] : words))
        at.addCommand(found, role);
    },
  };
}

/** Words that begin with none are for the program that the image starts. */
function programOf(words: readonly Mapped[], at: At): readonly Mapped[] {
  if (!words[0]?.text.startsWith('-')) return [];
  const image = imageAt(at);
  return [programWord(image?.slice(image.lastIndexOf('/') + 1))];
}

const PROBES: ReadonlySet<string> = new Set(['livenessProbe', 'readinessProbe', 'startupProbe']);
