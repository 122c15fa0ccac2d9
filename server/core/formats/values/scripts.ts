import type { At, Reader } from '../tree/place.ts';
import { command } from './command.ts';
import { setting } from './setting.ts';

/** Which keys of a file hold scripts. */
export interface ScriptsOptions {
  /** The keys that hold lines for a shell, wherever they stand; also lists in lists, as anchors give them. */
  readonly commands: ReadonlySet<string>;
  /** The keys of texts for people, of conditions and of patterns. */
  readonly silent: ReadonlySet<string>;
  /** Other places of commands. */
  readonly isCommand?: (at: At) => boolean;
}

/** What is read by its key in files that run scripts: lines for a shell, texts for people, or settings. */
export function scripts({ commands, silent, isCommand = () => false }: ScriptsOptions): Reader {
  const line = command({ isLines: true });
  const other = setting();
  return {
    what: 'by the words of its key, or command line',
    read(node, at) {
      const key = at.keys.at(-1) ?? '';
      if (silent.has(key)) return;
      (commands.has(key) || isCommand(at) ? line : other).read(node, at);
    },
  };
}
