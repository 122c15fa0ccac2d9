import { occurrenceOf, type PortOccurrence, type PortRole } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';

const SERVICE = /^([\w.-]{1,253}\/[\w.-]{1,253}:)(\d{1,5})(?=$|:)/;

/** True for `"9000": default/shop:8080`. */
export function isForwarded({ keys }: At, node: Node): boolean {
  return /^\d{1,5}$/.test(keys.at(-1) ?? '') && node.kind === 'scalar' && SERVICE.test(node.text);
}

/**
 * A port of ingress-nginx and the Service behind it, `"9000": default/shop:8080`.
 * https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/
 */
export function forwardedService(): Reader {
  return {
    what: 'ports of ingress-nginx (listen, connect)',
    read(node, at) {
      const { key } = at;
      if (node.kind !== 'scalar' || !key) return;
      const value = at.text(node);
      const [, service = '', digits = ''] = SERVICE.exec(value.text) ?? [];
      const add = (text: Mapped, start: number, end: number, role: PortRole): void =>
        at.addOccurrence(placed(text, start, end, role, at));
      add(at.text(key), 0, key.text.length, 'listen');
      add(value, service.length, service.length + digits.length, 'connect');
    },
  };
}

function placed(text: Mapped, start: number, end: number, role: PortRole, at: At): PortOccurrence {
  return occurrenceOf(readPort(text, start, end), {
    token: text.span,
    role,
    namespace: { kind: 'unknown' },
    protocols: at.keys.some(key => key.startsWith('udp')) ? ['udp'] : undefined,
    path: role === 'listen' ? [...at.path, 'key'] : at.path,
    confidence: 'likely',
  });
}
