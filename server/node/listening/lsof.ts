import { isIP } from 'node:net';
import type { Socket } from '../../lsp/features/machine.ts';
import { cleanName } from './processName.ts';
import { textOfIPv6 } from './procNet.ts';

/**
 * What `lsof -F pcPtn` prints for sockets that listen: a line for each field, its first character tells which. Fields of a
 * process come before those of its files. https://lsof.readthedocs.io/en/latest/manpage/#output-for-other-programs
 */
export function lsofSockets(text: string): readonly Socket[] {
  const found: Socket[] = [];
  let pid = 0;
  let name = '';
  let isIPv6 = false;
  let protocol: string | undefined;
  for (const line of text.split('\n')) {
    const value = line.slice(1).replace(/\r$/, '');
    switch (line[0]) {
      case 'p':
        pid = Number(value);
        name = '';
        break;
      case 'c':
        name = cleanName(unescaped(value));
        break;
      case 'f':
        protocol = undefined;
        isIPv6 = false;
        break;
      case 't':
        isIPv6 = value === 'IPv6';
        break;
      case 'P':
        protocol = value.toLowerCase();
        break;
      case 'n': {
        const end = endOf(value, isIPv6);
        if (end && (protocol === 'tcp' || protocol === 'udp')) found.push({ protocol, ...end, process: { name, pid } });
      }
    }
  }
  return found;
}

/** `*:8080`, `127.0.0.1:5432`, `[::1]:5432`; a connected socket (`…->…`) and one without a number (`*:*`) wait for nobody. */
function endOf(text: string, isIPv6: boolean): Pick<Socket, 'address' | 'port'> | undefined {
  const [, host = '', port = ''] = /^(\S+):(\d{1,5})$/.exec(text) ?? [];
  if (port === '') return undefined;
  if (host === '*') return { address: isIPv6 ? '::' : '0.0.0.0', port: Number(port) };
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const address = isIP(bare) === 4 ? bare : textOfIPv6(bare);
  return address === undefined ? undefined : { address, port: Number(port) };
}

/** Blanks and bytes beyond ASCII are written as in C: `Google\x20Chrome`. */
function unescaped(text: string): string {
  return text.replace(/(?:\\x[\da-f]{2})+/g, bytes => Buffer.from(bytes.replaceAll('\\x', ''), 'hex').toString());
}
