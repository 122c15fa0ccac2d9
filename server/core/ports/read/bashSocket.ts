import { asProtocol } from '../../../../registry/port.ts';
import { type Mapped, slice, UNKNOWN } from '../../text/mapped.ts';
import { type CommandPort, fromNetwork } from './commandValue.ts';
import { networkPort } from './networkPort.ts';

/**
 * `exec 3<>/dev/tcp/localhost/9000`, the health check of images without curl. The shell drops redirections and hides what
 * is quoted, so the whole text is searched.
 * https://www.gnu.org/software/bash/manual/html_node/Redirections.html
 */
export function readBashSockets(mapped: Mapped): readonly CommandPort[] {
  if (!mapped.text.includes('/dev/')) return [];
  return [...mapped.text.matchAll(SOCKET)].flatMap(({ 0: all, 1: net, 2: host = '', 3: port = '', index }) => {
    const end = index + all.length;
    const from = end - port.length;
    const protocol = asProtocol(net ?? '');
    const found = networkPort(
      mapped,
      { from, to: end },
      { from: from - 1 - host.length, to: from - 1 },
      undefined,
      protocol && [protocol],
    );
    return found ? [fromNetwork(found, slice(mapped, index, end), 'connect')] : [];
  });
}

const SOCKET = new RegExp(`/dev/(tcp|udp)/([^\\s/'"<>]{1,255})/(\\d{1,5}|${UNKNOWN})(?![\\w./-])`, 'g');
