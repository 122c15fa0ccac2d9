import { readKeyed } from '../../ports/read/setting.ts';
import type { Node } from '../../syntax/tree.ts';
import type { At, Reader } from '../tree/place.ts';
import { argument } from '../values/argument.ts';
import { scalars } from '../values/scalars.ts';

/** `path: /spec/ports/0/port` with `value: 8080`: the words stand in the path. https://www.rfc-editor.org/rfc/rfc6902 */
export function patchValue(): Reader {
  return {
    what: 'by the words of the path beside it',
    read(node, at) {
      const keys = keysOf(at);
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        if (keys.includes('args') || keys.includes('command')) ARGUMENT.read(scalar, at);
        else if (text.text.includes('\n')) at.embed(keys.at(-1) ?? '', text);
        else for (const port of readKeyed(keys, text, at.words)) at.add(port, scalar.inner);
      }
    },
  };
}

const ARGUMENT = argument();

/** `~1` and `~0` stand for a slash and a tilde; numbers and `-` are places in a list. */
function keysOf(at: At): readonly string[] {
  const path = at.sibling('path')?.text ?? '';
  const keys = path.split('/').filter(key => key !== '' && !/^(?:\d+|-)$/.test(key));
  const named = keys.map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return named.at(-1) === 'number' ? named.slice(0, -1) : named;
}

/** Beside an `op` and a `path`, a text or a list of texts: maps have keys of their own. */
export function isPatchValue(at: At, node: Node): boolean {
  const isPlain = node.kind === 'scalar' || (node.kind === 'list' && node.items.every(({ kind }) => kind === 'scalar'));
  return isPlain && at.sibling('op') !== undefined && at.sibling('path') !== undefined;
}
