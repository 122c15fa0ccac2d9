import { items, type Node } from '../../syntax/tree.ts';
import type { Reader } from '../tree/place.ts';
import { port } from '../values/port.ts';

/** A port that speaks what the third word of its line or a `proto` of the file says; UDP where nothing does. */
export function transport(role: 'listen' | 'connect'): Reader {
  const tcp = port(role, { protocols: ['tcp'], range: undefined });
  const udp = port(role, { protocols: ['udp'], range: undefined });
  return {
    what: `port (${role})`,
    read(node, at) {
      const own = word(items(at.parents.at(-1))[2]);
      const named = own === '' ? protoOf(at.parents) : own;
      (named.startsWith('tcp') ? tcp : udp).read(node, at);
    },
  };
}

/** Nobody writes so many lines before the protocol, and a search in all of them for each would take quadratic time. */
const MOST = 200;

function protoOf(parents: readonly Node[]): string {
  for (const parent of [...parents].reverse()) {
    const value =
      parent.kind === 'map'
        ? parent.entries.slice(0, MOST).findLast(({ key }) => key.text === 'proto')?.value
        : undefined;
    if (value) return word(items(value)[0]);
  }
  return '';
}

function word(node: Node | undefined): string {
  return node?.kind === 'scalar' ? node.text.toLowerCase() : '';
}
