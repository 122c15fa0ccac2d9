import type { Caution, CautionKind, CautionSystem, IsoDate } from '../entry.ts';
import { asProtocol, readRange, showRange } from '../port.ts';

/** In the order in which they matter to whoever chooses a port. */
export const CAUTION_KINDS: readonly CautionKind[] = [
  'browser-blocked',
  'system-claimed',
  'ephemeral',
  'node-port',
  'cluster',
  'docker-api',
  'experimental',
  'unauthorized-use',
  'abuse',
];

export const CAUTION_SYSTEMS: readonly CautionSystem[] = ['linux', 'windows', 'macos', 'freebsd'];

/** One caution on one line of the table. */
export function writeCaution({ kind, ports, protocols, system, text, source, seen }: Caution): string {
  return [kind, ports.map(showRange).join(' '), protocols.join(','), system ?? '', seen, source, text].join('\t');
}

/** Reads what `writeCaution` wrote; undefined for any other line. */
export function readCaution(line: string): Caution | undefined {
  const [name = '', ranges = '', transports = '', about = '', seen = '', source = '', text = ''] = line.split('\t');
  const kind = CAUTION_KINDS.find(each => each === name);
  const system = CAUTION_SYSTEMS.find(each => each === about);
  const ports = ranges.split(' ').flatMap(range => readRange(range) ?? []);
  const [protocol, ...more] = transports.split(',').flatMap(transport => asProtocol(transport) ?? []);
  if (kind === undefined || protocol === undefined || ports.length === 0) return undefined;
  return {
    kind,
    ports,
    protocols: [protocol, ...more],
    ...(system === undefined ? {} : { system }),
    text,
    source,
    seen: seen as IsoDate,
  };
}
