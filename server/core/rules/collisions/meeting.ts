import type { Address } from '../../ports/address.ts';

/** True where nginx and HAProxy see one address: an unset one is `0.0.0.0`, and names are not asked for theirs. */
export function isSameSocket(a: Address, b: Address): boolean {
  const one = socketOf(a);
  return one !== undefined && one === socketOf(b);
}

function socketOf(address: Address): string | undefined {
  if (address.kind === 'any') return address.family === 6 ? '::' : '0.0.0.0';
  if (address.kind === 'ip') return address.ip;
  return address.kind === 'host' ? address.name.toLowerCase() : undefined;
}

/**
 * True where the second of two sockets is refused whose wildcard takes IPv4 and IPv6 alike, as an unset address and `[::]`
 * do. `0.0.0.0` beside such a wildcard is told apart by Apache, which binds them one by one.
 * https://httpd.apache.org/docs/2.4/bind.html#ipv6
 */
export function meetDualStack(a: Address, b: Address, isTold: boolean): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return false;
  if (a.kind === 'any' && b.kind === 'any') return !isTold || (a.family === 4) === (b.family === 4);
  if (a.kind === 'any') return covers(a.family, b);
  if (b.kind === 'any') return covers(b.family, a);
  return isSameSocket(a, b);
}

/** The address of a name is not asked for, but it is one of some family. */
function covers(family: 4 | 6 | 'both', address: Address): boolean {
  return family !== 4 || (address.kind === 'ip' && address.family === 4);
}
