import type { Mapped } from '../../text/mapped.ts';
import { type NetworkPort, networkPort } from './networkPort.ts';

/** `/ip4/127.0.0.1/tcp/4001` of libp2p and IPFS, wherever it stands. https://multiformats.io/multiaddr/ */
export function readMultiaddrs(mapped: Mapped): readonly NetworkPort[] {
  const { text } = mapped;
  if (!text.includes('/tcp/') && !text.includes('/udp/')) return [];
  return [...text.matchAll(MULTIADDR)].flatMap(({ 0: all, groups, index }) => {
    const { host = '', transport, port = '' } = groups ?? {};
    const to = index + all.length;
    const from = index + all.indexOf(host);
    const protocol = transport === 'udp' ? 'udp' : 'tcp';
    return (
      networkPort(mapped, { from: to - port.length, to }, { from, to: from + host.length }, undefined, [protocol]) ?? []
    );
  });
}

const MULTIADDR =
  /\/(?:ip4|ip6|dns|dns4|dns6)\/(?<host>[\w.:*-]{1,253})\/(?<transport>tcp|udp)\/(?<port>\d{1,9})(?!\w)/g;
