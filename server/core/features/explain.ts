import type { RegistryEntry, Use } from '../../../registry/entry.ts';
import { asPort, asProtocol, type Port, type PortRange, type Protocol } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import { type Caution, cautionsOf, unauthorizedUse } from './cautions.ts';

/** The public JSON of one port: `portolan explain --format json`. Fields without a value are null. */
export interface ExplainedPort {
  readonly port: number;
  readonly registry: { readonly snapshot: string; readonly entries: readonly ExplainedEntry[] };
  readonly uses: readonly ExplainedUse[];
  readonly signOfUse: {
    readonly seenIn: readonly { readonly source: string; readonly url: string }[];
    readonly searched: number;
    readonly date: string | null;
  };
  readonly claims: readonly { readonly software: string; readonly claim: string; readonly note: string }[];
  readonly cautions: readonly Caution[];
  readonly related: readonly {
    readonly port: number;
    readonly protocol: string;
    readonly software: string;
    readonly purpose: string;
  }[];
}

export interface ExplainedEntry {
  /** null: a row without a transport, which stands for any. */
  readonly protocol: Protocol | null;
  readonly status: RegistryEntry['status'];
  readonly service: string | null;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly assignee: string | null;
  readonly registered: string | null;
  readonly modified: string | null;
  readonly references: readonly string[];
  readonly unauthorizedUse: string | null;
  readonly notes: string | null;
}

export interface ExplainedUse {
  readonly software: string;
  readonly protocols: readonly Protocol[];
  readonly standing: Use['standing'];
  readonly purpose: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly images: readonly string[];
  readonly evidence: readonly { readonly url: string; readonly locator: string | null }[];
}

/** The answer to `PORT`, `PORT/PROTOCOL`, `FIRST-LAST` or a name. */
export type Explanation =
  | { readonly kind: 'ports'; readonly ports: readonly Port[]; readonly protocol: Protocol | undefined }
  | { readonly kind: 'unknown'; readonly message: string; readonly suggestions: readonly string[] };

/** Finds the ports that a query means: a number, a range, or the name of a service, of software or of an image. */
export function explain(registry: Registry, query: string): Explanation {
  const [subject = '', transport, ...rest] = query.trim().split('/');
  const protocol = transport === undefined ? undefined : asProtocol(transport);
  if (rest.length > 0 || (transport !== undefined && !protocol)) {
    return unknown(`\`${transport}\` is no protocol with ports: tcp, udp, sctp or dccp`, [
      'tcp',
      'udp',
      'sctp',
      'dccp',
    ]);
  }
  const numbers = /^(-?\d+)(?:-(\d+))?$/.exec(subject);
  if (numbers) return numeric(numbers[1] ?? '', numbers[2] ?? numbers[1] ?? '', protocol);
  const ports = portsOfName(registry, subject, protocol);
  if (ports.length > 0) return { kind: 'ports', ports, protocol };
  return unknown(`no service, software or image called \`${subject}\` is known`, registry.suggest(subject));
}

/** Everything known about one port; of one transport, or of all. */
export function explainPort(registry: Registry, number: Port, protocol?: Protocol): ExplainedPort {
  const uses = registry.used(number, protocol);
  const sign = registry.signOfUse(number, protocol);
  const entries = registry.assigned(number, protocol);
  return {
    port: number,
    registry: {
      snapshot: registry.version.iana,
      entries: entries.map(explainEntry),
    },
    uses: uses.map(explainUse),
    signOfUse: { seenIn: sign?.seenIn ?? [], searched: sign?.searched ?? 0, date: sign?.date ?? null },
    claims: registry.claims(number).map(({ software, claim, note }) => ({ software, claim, note })),
    cautions: [...cautionsOf(number, protocol), ...unauthorizedUse(number, entries)],
    related: relatedPorts(registry, number, uses),
  };
}

function numeric(first: string, last: string, protocol: Protocol | undefined): Explanation {
  const from = asPort(Number(first));
  const to = asPort(Number(last));
  if (from === undefined) return unknown(`${first} is no port: ${RANGE}`, shortened(first));
  if (to === undefined) return unknown(`${last} is no port: ${RANGE}`, [`${from}-65535`]);
  if (from > to) return unknown(`the range runs backwards: ${from}-${to}`, [`${to}-${from}`]);
  const ports = Array.from({ length: to - from + 1 }, (_, index) => (from + index) as Port);
  return { kind: 'ports', ports, protocol };
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
  // `postgres` is an image; the service is called postgresql.
  const ranges = own.length > 0 ? own : rangesOf(registry.ofImage(name));
  const ports = new Set<Port>();
  for (const { first, last } of ranges) for (let port: number = first; port <= last; port++) ports.add(port as Port);
  return [...ports].toSorted((a, b) => a - b);
}

function unknown(message: string, suggestions: readonly string[]): Explanation {
  return { kind: 'unknown', message, suggestions };
}

function explainEntry(entry: RegistryEntry): ExplainedEntry {
  return {
    protocol: entry.protocol,
    status: entry.status,
    service: entry.service ?? null,
    aliases: entry.aliases,
    description: entry.description,
    assignee: entry.assignee ?? null,
    registered: entry.registered ?? null,
    modified: entry.modified ?? null,
    references: entry.references,
    unauthorizedUse: entry.unauthorizedUse ?? null,
    notes: entry.notes ?? null,
  };
}

function explainUse(use: Use): ExplainedUse {
  return {
    software: use.software,
    protocols: use.protocols,
    standing: use.standing,
    purpose: use.purpose,
    since: use.since ?? null,
    until: use.until ?? null,
    images: use.images,
    evidence: use.evidence.map(({ url, locator }) => ({ url, locator: locator ?? null })),
  };
}

/** The other single ports of the same software. */
function relatedPorts(registry: Registry, port: Port, uses: readonly Use[]): ExplainedPort['related'] {
  const found = new Map<string, ExplainedPort['related'][number]>();
  for (const software of new Set(uses.map(use => use.software))) {
    for (const { ports, protocols, purpose } of registry.ofSoftware(software)) {
      if (ports.first !== ports.last || ports.first === port) continue;
      const protocol = protocols.join('+');
      found.set(`${ports.first} ${protocol} ${software}`, { port: ports.first, protocol, software, purpose });
    }
  }
  return [...found.values()].slice(0, 20);
}
