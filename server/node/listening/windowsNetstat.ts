import { isIP } from 'node:net';
import type { Socket } from '../../lsp/features/machine.ts';
import { textOfIPv6 } from './procNet.ts';

/** A socket with the number of its process. */
export type NumberedSocket = Pick<Socket, 'protocol' | 'address' | 'port'> & { readonly pid: number };

/**
 * What Windows's `netstat -ano` prints for sockets that wait. Headings and states are in the user's language, so the rows
 * are told by their shape: a listening socket has `0.0.0.0:0` or `[::]:0` on the far side, one of UDP `*:*`.
 */
export function windowsNetstatSockets(text: string): readonly NumberedSocket[] {
  return text.split('\n').flatMap((line): readonly NumberedSocket[] => {
    const columns = line.trim().split(/\s+/);
    const [kind = '', local = '', foreign = ''] = columns;
    const protocol = kind.toLowerCase();
    const pid = columns.at(-1) ?? '';
    if ((protocol !== 'tcp' && protocol !== 'udp') || columns.length < 4 || !/^\d+$/.test(pid)) return [];
    if (foreign !== '*:*' && foreign !== '0.0.0.0:0' && foreign !== '[::]:0') return [];
    const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(local) ?? [];
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    const address = isIP(bare) === 4 ? bare : textOfIPv6(bare);
    return address === undefined ? [] : [{ protocol, address, port: Number(port), pid: Number(pid) }];
  });
}
