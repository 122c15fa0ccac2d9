import type { Use } from '../../../registry/entry.ts';
import {
  asPort,
  asProtocol,
  numbersOf,
  type Port,
  type PortRange,
  PROTOCOLS,
  type Protocol,
} from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';

/** The answer to `PORT`, `PORT/PROTOCOL`, `FIRST-LAST` or a name. */
export type Explanation =
  | { readonly kind: 'ports'; readonly ports: readonly Port[]; readonly protocol: Protocol | undefined }
  | { readonly kind: 'unknown'; readonly message: string; readonly suggestions: readonly string[] };

/** Finds the ports that a query means: a number, a range, or the name of a service, of software or of an image. */
export function explain(registry: Registry, query: string): Explanation {
  const name = query.trim();
  const slash = name.lastIndexOf('/');
  const [, first, last = first, transport] = /^(-?\d+)(?:-(\d+))?(?:\/(.*))?$/.exec(name) ?? [];
  if (first !== undefined && last !== undefined) {
    const protocol = transport === undefined ? undefined : asProtocol(transport);
    if (transport === undefined || protocol !== undefined) return numeric(first, last, protocol);
    return unknown(`\`${transport}\` is no protocol with ports: tcp, udp, sctp or dccp`, PROTOCOLS);
  }
  // A slash may be part of the name: `grafana/grafana`, `Modbus/TCP`.
  const ports = portsOfName(registry, name, undefined);
  if (ports.length > 0) return { kind: 'ports', ports, protocol: undefined };
  const protocol = slash === -1 ? undefined : asProtocol(name.slice(slash + 1));
  const narrowed = protocol && portsOfName(registry, name.slice(0, slash), protocol);
  if (narrowed && narrowed.length > 0) return { kind: 'ports', ports: narrowed, protocol };
  return unknown(`no service, software or image called \`${name}\` is known`, registry.suggest(name));
}

function numeric(first: string, last: string, protocol: Protocol | undefined): Explanation {
  const from = asPort(Number(first));
  const to = asPort(Number(last));
  if (from === undefined) return unknown(`${first} is no port: ${RANGE}`, shortened(first));
  if (to === undefined) return unknown(`${last} is no port: ${RANGE}`, [`${from}-65535`]);
  if (from > to) return unknown(`the range runs backwards: ${from}-${to}`, [`${to}-${from}`]);
  return { kind: 'ports', ports: numbersOf({ first: from, last: to }), protocol };
}

const RANGE = 'port numbers run from 0 to 65535';

/** What is left without the last digits: a number that is too high mostly has a digit too many. */
function shortened(number: string): readonly string[] {
  const port = [5, 4].map(length => number.slice(0, length)).find(digits => asPort(Number(digits)) !== undefined);
  return port === undefined || number.startsWith('-') ? [] : [port];
}

function portsOfName(registry: Registry, name: string, protocol: Protocol | undefined): readonly Port[] {
  const rangesOf = (uses: readonly Use[]): readonly PortRange[] =>
    uses.filter(use => protocol === undefined || use.protocols.includes(protocol)).map(use => use.ports);
  const own = [...registry.named(name, protocol), ...rangesOf(registry.ofSoftware(name))];
  // `postgres:16` is an image; the service is called postgresql.
  const ranges = own.length > 0 ? own : portsOfImage(name.replace(/(?::[\w.-]+)?(?:@.*)?$/, ''));
  function portsOfImage(image: string): readonly PortRange[] {
    const known = registry.image(image)?.ports ?? [];
    const listening = known.filter(port => protocol === undefined || port.protocol === protocol);
    return [...rangesOf(registry.ofImage(image)), ...listening.map(port => port.ports)];
  }
  const ports = new Set<Port>();
  for (const range of ranges) for (const port of numbersOf(range)) ports.add(port);
  return [...ports].toSorted((a, b) => a - b);
}

function unknown(message: string, suggestions: readonly string[]): Explanation {
  return { kind: 'unknown', message, suggestions };
}
