import { occurrenceOf } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import { faultOf } from '../../ports/value.ts';
import type { MapNode, Scalar } from '../../syntax/tree.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** The block of a backend: `.host = "app"; .port = "8080";`. */
export function backend(): Reader {
  return {
    what: 'port (connect, tcp)',
    read(node, at) {
      if (node.kind !== 'map') return;
      const [address] = valuesOf(node, '.host');
      const text = address && at.text(address).text;
      const host = text?.includes(UNKNOWN) ? undefined : text;
      for (const value of valuesOf(node, '.port')) readOne(value, host, at);
    },
  };
}

function valuesOf({ entries }: MapNode, name: string): readonly Scalar[] {
  return entries.filter(({ key }) => key.text === name).flatMap(({ value }) => (value ? scalars(value) : []));
}

function readOne(value: Scalar, host: string | undefined, at: At): void {
  const port = readPort(at.text(value));
  if (faultOf(port.value)?.reason === 'malformed') return;
  at.addOccurrence(
    occurrenceOf(port, {
      token: value.inner,
      role: 'connect',
      namespace: host === undefined ? { kind: 'unknown' } : { kind: 'remote', id: host },
      protocols: ['tcp'],
      host,
      owner: undefined,
      path: at.path,
      confidence: 'certain',
    }),
  );
}
