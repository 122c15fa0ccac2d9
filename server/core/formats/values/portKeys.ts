import { occurrenceOf } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import type { Scalar } from '../../syntax/tree.ts';
import type { At, Reader } from '../tree/place.ts';

/** A map whose keys are ports: `"3000"`, `"3000-3010"`, `"localhost:3000"`. Any other key is a pattern for command lines. */
export function portKeys(): Reader {
  return {
    what: 'ports as keys (label)',
    read(node, at) {
      if (node.kind !== 'map') return;
      for (const { key } of node.entries) readKey(key, at);
    },
  };
}

const KEY = /^(?:(?<host>(?=[\d_-]*[A-Za-z.])[\w.-]+):)?\d{1,5}(?:-\d{1,5})?$/;

function readKey(key: Scalar, at: At): void {
  const text = at.text(key);
  const found = KEY.exec(text.text);
  if (!found) return;
  const host = found.groups?.host;
  const start = host === undefined ? 0 : host.length + 1;
  at.addOccurrence(
    occurrenceOf(readPort(text, start, text.text.length, '-'), {
      token: key.inner,
      role: 'label',
      namespace: at.scope.namespace,
      protocols: ['tcp'],
      host,
      path: [...at.path, key.text],
      owner: undefined,
      confidence: 'certain',
    }),
  );
}
