import { optional } from '../../text/optional.ts';
import { type Binding, readAddress } from '../address.ts';
import type { NetworkPort } from './networkPort.ts';

/** The host of a listener as its own address: unknown where an expression stands in its place. */
export function writtenBinding({ host, hostSpan }: Pick<NetworkPort, 'host' | 'hostSpan'>): Binding | undefined {
  if (host === undefined && !hostSpan) return undefined;
  return { address: host === undefined ? { kind: 'unknown' } : readAddress(host), ...optional('span', hostSpan) };
}
