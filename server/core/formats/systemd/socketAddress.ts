import { asProtocol, type Protocols } from '../../../../registry/port.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import { type Mapped, originOf } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { ignoredAddress } from './ignoredAddress.ts';

/**
 * `80`, `127.0.0.1:80`, `[::1]:80`, `[fe80::1]:80%%eth0`; paths, `@names` and `vsock:2:80` are no ports.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenStream=
 */
export function socketAddress(implied: Protocols): Reader {
  return {
    what: 'port or address (listen)',
    read(node, at) {
      if (node.kind !== 'scalar') return;
      const text = at.text(node);
      reportIgnored(text, at);
      const [all, host = '', digits = ''] = ADDRESS.exec(text.text) ?? [];
      if (all === undefined) return;
      const bare = host.startsWith('[') ? 1 : 0;
      const place = host === '' ? undefined : { from: bare, to: host.length - 1 - bare };
      const named = asProtocol(at.sibling('SocketProtocol')?.text ?? '');
      const range = { from: host.length, to: host.length + digits.length };
      const port = networkPort(text, range, place, undefined, named ? [named] : implied);
      if (port) at.add({ ...port, role: 'listen', confidence: 'certain' }, node.inner);
    },
  };
}

function reportIgnored(text: Mapped, at: At): void {
  const ignored = ignoredAddress(text.text);
  if (!ignored) return;
  const { message, instead } = ignored;
  const { span, exact } = originOf(text, 0, text.text.length);
  at.fault({
    rule: 'ignored-listen-address',
    message,
    span,
    data: { text: text.text, instead: instead ?? '' },
    ...(instead !== undefined &&
      exact && { fix: { title: `Write ${instead}`, span, newText: instead, safety: 'safe' } as const }),
  });
}

const ADDRESS = /^((?:[\d.]{7,15}|[\w.-]{1,255}|\[[\da-f:.%]{2,99}\]|\uFFFC):)?(\d{1,9}|\uFFFC)(?:%%?[\w.-]{1,50})?$/i;
