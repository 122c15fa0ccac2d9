import { SocketAddress } from 'node:net';

/** A row of a table in /proc/net that waits for others to begin. */
export interface ProcSocket {
  readonly address: string;
  readonly port: number;
  /** 0 for a socket of the kernel. */
  readonly inode: number;
}

/**
 * The listening sockets of a table `tcp` or `tcp6`, the unconnected ones of `udp` or `udp6`. Rows that are cut off or
 * otherwise odd are left out. https://docs.kernel.org/networking/proc_net_tcp.html
 */
export function procSockets(text: string, protocol: 'tcp' | 'udp', isLittleEndian: boolean): readonly ProcSocket[] {
  const state = protocol === 'tcp' ? LISTEN : UNCONNECTED;
  const found: ProcSocket[] = [];
  for (const [, address = '', port = '', inode = ''] of text.matchAll(ROWS[state])) {
    const shown = addressOf(address, isLittleEndian);
    if (shown !== undefined) found.push({ address: shown, port: Number.parseInt(port, 16), inode: Number(inode) });
  }
  return found;
}

/** TCP_LISTEN, and what an unconnected socket of UDP has: TCP_CLOSE. https://github.com/torvalds/linux/blob/master/include/net/tcp_states.h */
const LISTEN = '0A';
const UNCONNECTED = '07';

const ROWS: Readonly<Record<typeof LISTEN | typeof UNCONNECTED, RegExp>> = {
  [LISTEN]: rows(LISTEN),
  [UNCONNECTED]: rows(UNCONNECTED),
};

/** `0: 0100007F:1F90 00000000:0000 0A`, then queues, timers, the user and what it waits for; the inode comes after. */
function rows(state: string): RegExp {
  return new RegExp(
    `^ *\\d+: ([\\dA-F]{8}|[\\dA-F]{32}):([\\dA-F]{4}) 0+:0000 ${state} \\S+ \\S+ \\S+ +\\d+ +\\d+ (\\d+)\\b`,
    'gm',
  );
}

/** The kernel prints each word of four bytes as a number, so a little-endian machine turns its bytes around. */
function addressOf(hex: string, isLittleEndian: boolean): string | undefined {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap(word => {
    const parts = (word.match(/../g) ?? []).map(part => Number.parseInt(part, 16));
    return isLittleEndian ? parts.reverse() : parts;
  });
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)).toString(16),
  );
  return textOfIPv6(groups.join(':'));
}

/** As people write it; an IPv4 address in the clothes of IPv6 is shown as what it is. Undefined for no address. */
export function textOfIPv6(text: string): string | undefined {
  try {
    const { address } = new SocketAddress({ address: text.replace(/%.*/, ''), family: 'ipv6' });
    return address.replace(/^::ffff:(?=\d+\.)/, '') + (/%.*/.exec(text)?.[0] ?? '');
  } catch {
    return undefined;
  }
}
