import { isIP } from 'node:net';
import type { Socket } from '../../lsp/features/machine.ts';
import { textOfIPv6 } from './procNet.ts';

/**
 * What macOS's `netstat -anW` prints for sockets that listen: `tcp46 0 0 *.8080 *.* LISTEN`. Its words are English in
 * every language.
 */
export function macNetstatSockets(text: string): readonly Socket[] {
  return text.split('\n').flatMap((line): readonly Socket[] => {
    const [kind = '', , , local = '', foreign, state = ''] = line.trim().split(/\s+/);
    const [, protocol, family = ''] = /^(tcp|udp)(46|4|6)$/.exec(kind) ?? [];
    if ((protocol !== 'tcp' && protocol !== 'udp') || foreign !== '*.*') return [];
    if (protocol === 'tcp' && state !== 'LISTEN') return [];
    const [, host = '', port = ''] = /^(.+)\.(\d{1,5})$/.exec(local) ?? [];
    const address = host === '*' ? (family === '4' ? '0.0.0.0' : '::') : isIP(host) === 4 ? host : textOfIPv6(host);
    return port === '' || address === undefined ? [] : [{ protocol, address, port: Number(port) }];
  });
}
