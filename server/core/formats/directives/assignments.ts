import type { PortRole } from '../../ports/occurrence.ts';
import { readKeyed } from '../../ports/read/setting.ts';
import { slice } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** Words `name=value` among the arguments of a directive: `check interval=3000 port=8080`. */
export function assignments({ role }: { readonly role?: PortRole } = {}): Reader {
  return {
    what: 'name=value words, by the words of their names',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const cut = text.text.indexOf('=');
        if (cut < 1) continue;
        const name = text.text.slice(0, cut);
        for (const port of readKeyed([...at.keys, name], slice(text, cut + 1, text.text.length), at.words))
          at.add({ ...port, role: role ?? port.role }, scalar.inner);
      }
    },
  };
}
