import type { Address } from '../../ports/address.ts';
import { type PortText, writtenRange } from '../../ports/value.ts';

/**
 * True where the host's network gives what a mapping asks for, one number on all addresses, if only the program listens
 * there: it is idle, but misleads nobody.
 */
export function isAsWritten(
  host: Pick<PortText, 'value'> | undefined,
  container: Pick<PortText, 'value'> | undefined,
  address: Address,
): boolean {
  const from = writtenRange(host?.value);
  const to = writtenRange(container?.value);
  return address.kind === 'any' && from?.first === to?.first && from?.last === to?.last;
}
