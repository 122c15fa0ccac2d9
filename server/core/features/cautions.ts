import type { RegistryEntry } from '../../../registry/entry.ts';
import type { Port, Protocol } from '../../../registry/port.ts';

/** What to beware of when choosing a port, whoever uses it. */
export interface Caution {
  readonly kind: 'browser-blocked' | 'ephemeral' | 'system-claimed' | 'node-port' | 'experimental' | 'unauthorized-use';
  readonly text: string;
  readonly source: string;
}

interface Rule extends Caution {
  readonly protocol?: Protocol;
  applies(port: number): boolean;
}

/** https://fetch.spec.whatwg.org/#port-blocking */
const BROWSER_BLOCKED: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

const between = (first: number, last: number) => (port: number) => first <= port && port <= last;
const oneOf =
  (...ports: readonly number[]) =>
  (port: number) =>
    ports.includes(port);

const CAUTIONS: readonly Rule[] = [
  {
    kind: 'browser-blocked',
    protocol: 'tcp',
    text: 'Browsers refuse to open http and https pages on it',
    source: 'https://fetch.spec.whatwg.org/#port-blocking',
    applies: port => BROWSER_BLOCKED.has(port),
  },
  {
    kind: 'system-claimed',
    protocol: 'tcp',
    text: 'macOS 12 and later hold it for the AirPlay Receiver',
    source: 'https://developer.apple.com/forums/thread/682332',
    applies: oneOf(5000, 7000),
  },
  {
    kind: 'system-claimed',
    text: 'On Linux with systemd-resolved, 127.0.0.53:53 is taken',
    source: 'https://www.freedesktop.org/software/systemd/man/latest/systemd-resolved.service.html',
    applies: oneOf(53),
  },
  {
    kind: 'system-claimed',
    protocol: 'tcp',
    text: 'Windows listens here itself (RPC, SMB)',
    source:
      'https://learn.microsoft.com/en-us/troubleshoot/windows-server/networking/service-overview-and-network-port-requirements',
    applies: oneOf(135, 139, 445),
  },
  {
    kind: 'system-claimed',
    protocol: 'tcp',
    text: 'Windows listens here itself (device discovery by WSDAPI)',
    source: 'https://learn.microsoft.com/en-us/windows/win32/wsdapi/web-services-for-devices-constants',
    applies: oneOf(5357, 5358),
  },
  {
    kind: 'node-port',
    text: 'In the range from which Kubernetes gives out node ports',
    source: 'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
    applies: between(30000, 32767),
  },
  {
    kind: 'ephemeral',
    text: 'Linux gives it to outgoing connections (32768-60999), so a fixed listener can find it taken',
    source: 'https://docs.kernel.org/networking/ip-sysctl.html',
    applies: between(32768, 60999),
  },
  {
    kind: 'ephemeral',
    text: 'Windows and macOS give it to outgoing connections (49152-65535), so a fixed listener can find it taken',
    source:
      'https://learn.microsoft.com/en-us/troubleshoot/windows-server/networking/service-overview-and-network-port-requirements',
    applies: between(49152, 65535),
  },
  {
    kind: 'experimental',
    text: 'For experiments only: no product may ship it as a default',
    source: 'https://www.rfc-editor.org/rfc/rfc4727',
    applies: oneOf(1021, 1022),
  },
];

/**
 * What IANA notes of unassigned use. A note stands beside a whole range and often names the ports that it is about; the
 * others of the range are not.
 */
export function unauthorizedUse(port: Port, entries: readonly RegistryEntry[]): readonly Caution[] {
  const notes = new Set(entries.map(entry => entry.unauthorizedUse).filter(note => note !== undefined));
  return [...notes]
    .filter(note => speaksOf(note, port))
    .map(note => ({ kind: 'unauthorized-use', text: `IANA notes use without registration: ${note}`, source: IANA }));
}

const IANA = 'https://www.iana.org/assignments/service-names-port-numbers/';

function speaksOf(note: string, port: Port): boolean {
  const named = [...note.matchAll(/\b(\d{2,5})(?:-(\d{2,5}))?\b/g)];
  return named.length === 0 || named.some(([, first, last]) => Number(first) <= port && port <= Number(last ?? first));
}

/** In the order in which they matter; of one transport, or of all. */
export function cautionsOf(port: Port, protocol?: Protocol): readonly Caution[] {
  return CAUTIONS.filter(
    caution =>
      caution.applies(port) &&
      (protocol === undefined || caution.protocol === undefined || caution.protocol === protocol),
  ).map(({ kind, text, source }) => ({ kind, text, source }));
}
