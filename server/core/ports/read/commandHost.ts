import type { Mapped } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import { type Binding, isLoopback, readAddress } from '../address.ts';
import type { CommandPort } from './commandValue.ts';
import type { KnownProgram } from './programs.ts';

/** What the words of a command said of the other side. */
interface Dialogue {
  readonly known: KnownProgram | undefined;
  readonly host?: Mapped;
  /** A variable may hold flags. */
  readonly isOpen: boolean;
}

/** Gives a port what other words of its command say: `psql -h db -p 5432`, `vite --host 0.0.0.0 --port 3000`. */
export function withHost(port: CommandPort, { host, known, isOpen }: Dialogue): CommandPort {
  const address = host && host.text !== '' ? readAddress(host.text) : undefined;
  const isNamed = address !== undefined && address.kind !== 'unknown';
  if (port.role === 'connect') return isNamed && port.host === undefined && host ? { ...port, host: host.text } : port;
  if (port.role === 'forward')
    return {
      ...port,
      binding: port.binding ?? (known?.flags.has('--address') ? bindingOf(host) : undefined) ?? LOOPBACK,
    };
  const isLocal = known?.program.isLocal === true && !isOpen && !host && !port.binding && port.role === 'listen';
  if (isLocal) return { ...port, binding: LOOPBACK };
  if (port.role !== 'listen' || !host || !address || port.binding?.span) return port;
  // Nobody binds another machine's name: such a program is a client.
  const isClient = known === undefined && address.kind === 'host' && !isLoopback(address);
  return isClient
    ? { ...port, role: 'connect', host: host.text }
    : { ...port, ...optional('binding', bindingOf(host)) };
}

function bindingOf(host: Mapped | undefined): Binding | undefined {
  return host && host.text !== '' ? { address: readAddress(host.text), span: host.span } : undefined;
}

/** What ssh, kubectl and development servers bind where nothing is said; ssh's host is the one that it dials. */
const LOOPBACK: Binding = { address: readAddress('127.0.0.1') };
