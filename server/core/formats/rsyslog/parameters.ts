import { asProtocol } from '../../../../registry/port.ts';
import { networkPort } from '../../ports/read/networkPort.ts';
import type { Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';
import { forwarding } from './forwarding.ts';

/**
 * The words of a statement: `input(type="imudp" port="514")`, `action(type="omfwd" target="logs" port="6514"
 * protocol="tcp")`, and the old form `*.* @@logs:514`.
 */
export function parameters(): Reader {
  const old = forwarding();
  return {
    what: 'port= (listen, connect), @host:port (connect)',
    read(node, at) {
      const words = scalars(node);
      const all = words.map(({ text }) => text).join(' ');
      const isInput = at.keys.at(-1)?.startsWith('input') || /type="im/i.test(all);
      const protocol = asProtocol(
        /protocol="(\w{1,9})"/i.exec(all)?.[1] ?? (/im(?:udp|ptp)/i.test(all) ? 'udp' : 'tcp'),
      );
      for (const word of words) {
        const text = at.text(word);
        const [, head = '', digits = ''] = PORT.exec(text.text) ?? [];
        old.read(word, at);
        if (digits === '') continue;
        const place = { from: head.length, to: head.length + digits.length };
        const port = networkPort(text, place, undefined, undefined, protocol && [protocol]);
        if (port) at.add({ ...port, role: isInput ? 'listen' : 'connect', confidence: 'certain' }, word.inner);
      }
    },
  };
}

const PORT = /^((?:[\w.]{1,60}\()?(?:port|serverport|uxsockport)=["']?)(\d{1,9}|\uFFFC)(?!\d)/i;
