import type { PortRole } from '../../ports/occurrence.ts';
import { readHostPorts } from '../../ports/read/hostPort.ts';
import { readKeyed, type SettingPort } from '../../ports/read/setting.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';

/** How much the name of the first argument tells. */
export interface NamedArgumentOptions {
  /** Instead of the one that the name gives: what is told to others opens nothing here. */
  readonly role?: PortRole;
  /** The names are the user's own, and a `host:port` under any of them is dialled. */
  readonly dials?: boolean;
}

/** A directive whose first argument names the second: `fastcgi_param DB_PORT 3306`, `SetEnv PORT 8080`. */
export function namedArgument({ role, dials = false }: NamedArgumentOptions = {}): Reader {
  const read = (keys: readonly string[], value: Mapped, words: ReadonlySet<string>): readonly SettingPort[] => {
    const found = readKeyed(keys, value, words);
    if (found.length > 0 || !dials || /\s/.test(value.text)) return found;
    return readHostPorts(value).map(port => ({ ...port, role: 'connect', confidence: 'likely' }));
  };
  return {
    what: 'by the words of its first argument',
    read(node, at) {
      const [name, ...values] = node.kind === 'list' ? node.items : [];
      if (name?.kind !== 'scalar') return;
      for (const value of values) {
        if (value.kind !== 'scalar') continue;
        for (const port of read([name.text], at.text(value), at.words))
          at.add({ ...port, role: role ?? port.role }, value.inner);
      }
    },
  };
}
