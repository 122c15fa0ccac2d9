import type { PortRole } from '../../ports/occurrence.ts';
import { readCommandLine } from '../../ports/read/commandLine.ts';
import { slice } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** A command with its prefixes: `-@/usr/bin/app name --port 80`, `CMD-SHELL curl …` of a health check. https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines */
export function unitCommand(role?: PortRole): Reader {
  return {
    what: role ? `command line (${role})` : 'command line',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const [prefix = ''] = /^(?:CMD-SHELL\s{1,9}|[-@:+!|]{0,5})/.exec(text.text) ?? [];
        for (const port of readCommandLine(slice(text, prefix.length, text.text.length))) at.addCommand(port, role);
      }
    },
  };
}
