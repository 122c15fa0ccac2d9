import { type Port, PROTOCOLS, type Protocol } from '../port.ts';

/** A port and a transport in one number: to make and to split a text takes longer than many an answer. */
export function portKey(port: Port, protocol: Protocol | undefined): number {
  return port * 8 + (protocol === undefined ? 0 : PROTOCOLS.indexOf(protocol) + 1);
}

export function readPortKey(key: number): readonly [Port, Protocol | undefined] {
  return [(key >> 3) as Port, PROTOCOLS[(key & 7) - 1]];
}
