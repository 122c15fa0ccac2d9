import type { At } from '../tree/place.ts';

/** Beside the fields of a rule that are ports of TCP, and of ICMP a type and a code. */
export function isIcmp(at: At): boolean {
  const protocol = at.sibling('protocol', 'ip_protocol', 'proto', 'IpProtocol', 'Protocol')?.text ?? '';
  // https://www.iana.org/assignments/protocol-numbers/
  return /icmp|^(?:1|58)$/i.test(protocol);
}
