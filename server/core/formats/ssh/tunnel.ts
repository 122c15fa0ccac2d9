import { readTunnel } from '../../ports/read/commandValue.ts';
import { concat, opaque } from '../../text/mapped.ts';
import { join } from '../../text/span.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** `8080 db:5432`, `[bind:]port host:port` or a port alone: what stands in one word behind `ssh -L`. */
export function tunnel(): Reader {
  return {
    what: '[bind:]port host:port (forward, connect)',
    read(node, at) {
      const [own, ...rest] = scalars(node).map(at.text, at);
      if (!own) return;
      const [target] = rest;
      const word = target
        ? concat([own, opaque(':', { start: own.span.end, end: own.span.end }), target], join(own.span, target.span))
        : own;
      for (const port of readTunnel(word)) at.addCommand({ ...port, confidence: 'certain' });
    },
  };
}
