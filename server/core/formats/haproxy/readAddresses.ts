import type { Protocols } from '../../../../registry/port.ts';
import { type NetworkPort, networkPort, type Stretch } from '../../ports/read/networkPort.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';

/**
 * Addresses behind commas: `*:80,*:443`, `:8000-8003`, `[::]:80`, `quic4@:443`. The last colon stands before the port,
 * so IPv6 needs no brackets (`:::80`). `:+1000` is an offset to the client's port, and none itself.
 * https://docs.haproxy.org/dev/configuration.html#11
 */
export function readAddresses(mapped: Mapped, protocols: Protocols): readonly NetworkPort[] {
  const found: NetworkPort[] = [];
  const { text } = mapped;
  let from = 0;
  while (from <= text.length) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    const port = readAddress(mapped, { from, to }, protocols);
    if (port) found.push(port);
    from = to + 1;
  }
  return found;
}

function readAddress(mapped: Mapped, { from, to }: Stretch, protocols: Protocols): NetworkPort | undefined {
  const written = mapped.text.slice(from, to);
  const colon = written.lastIndexOf(':');
  if (colon < 0 || !PORT.test(written.slice(colon + 1))) return undefined;
  const at = written.indexOf('@') + 1;
  const family = written.slice(0, at);
  if (LOCAL.test(family)) return undefined;
  const isBracketed = written[at] === '[' && written[colon - 1] === ']';
  const host = isBracketed ? { from: at + 1, to: colon - 1 } : { from: at, to: colon };
  const own: Protocols = /^(?:quic|udp)/.test(family) ? ['udp'] : family.startsWith('tcp') ? ['tcp'] : protocols;
  return networkPort(
    mapped,
    { from: from + colon + 1, to },
    { from: from + host.from, to: from + host.to },
    undefined,
    own,
  );
}

const PORT = new RegExp(`^(?:\\d+(?:-\\d+)?|[\\d${UNKNOWN}]+)$`);

/** Sockets of this machine, file descriptors and buffers of the process. */
const LOCAL = /^(?:unix|uxst|uxdg|abnsz?|fd|sockpair|ring|rhttp)@/;
