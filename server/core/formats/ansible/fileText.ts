import { basename } from '../../text/path.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** A text that a task writes into a file: it is read as that file is, `Port 2222` in `/etc/ssh/sshd_config`. */
export function fileText(): Reader {
  return {
    what: 'text of the file that `path` or `dest` names',
    read(node, at) {
      const path = at.sibling('path', 'dest', 'destfile', 'name');
      if (!path || basename(path.text) === '') return;
      for (const scalar of scalars(node)) at.embed(path.text, at.text(scalar));
    },
  };
}
