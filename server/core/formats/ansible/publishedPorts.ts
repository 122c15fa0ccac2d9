import type { Scalar } from '../../syntax/tree.ts';
import type { At, Reader } from '../tree/place.ts';
import { mapping } from '../values/mapping.ts';
import { scalars } from '../values/scalars.ts';

/** What Docker publishes. Ansible reads YAML 1.1, to which `22:22` without quotes is 1342: https://yaml.org/type/int.html */
export function publishedPorts(): Reader {
  const sides = mapping();
  return {
    what: sides.what,
    read(node, at) {
      sides.read(node, at);
      for (const scalar of scalars(node)) reportNumber(scalar, at);
    },
  };
}

function reportNumber({ style, text, inner: span }: Scalar, at: At): void {
  if (style !== 'plain' || !/^[1-9]\d{0,4}:[0-5]?\d$/.test(text)) return;
  const [host = 0, container = 0] = text.split(':').map(Number);
  at.fault({
    rule: 'sexagesimal-port',
    message: 'number',
    span,
    data: { text, number: host * 60 + container },
    fix: { title: 'Quote it', span, newText: `"${text}"`, safety: 'safe' },
  });
}
