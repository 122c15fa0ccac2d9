import type { Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import { refuse } from '../values/refusal.ts';

/** What is dialled has one port. https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server */
export function dialledAddress(): Reader {
  const address = hostPort('connect');
  return {
    what: address.what,
    read(node, at) {
      address.read(node, at);
      if (node.kind !== 'scalar') return;
      const text = at.text(node);
      const [all, before = '', range = ''] = RANGE.exec(text.text) ?? [];
      if (all === undefined) return;
      refuse(at, text, { message: 'range', program: 'nginx', from: before.length, to: before.length + range.length });
    },
  };
}

const RANGE = /^((?:\w{2,9}:\/\/)?(?:[\w.-]{1,255}|\[[\da-f:]{2,40}\]):)(\d{1,5}-\d{1,5})(?:\/|$)/i;
