import { asProtocol } from '../../../registry/port.ts';
import { EVERYWHERE, readAddress } from '../ports/address.ts';
import { isRefused, isUnequal, type Mapping, type MappingFault, readMapping } from '../ports/read/mapping.ts';
import { readPort } from '../ports/read/port.ts';
import { faultOf } from '../ports/value.ts';
import { type Mapped, UNKNOWN } from '../text/mapped.ts';
import { optional } from '../text/optional.ts';
import type { ServicePort } from './compose.ts';

/** Reads an entry of compose `ports` in either form; `fill` gives its texts their variables' values. */
export function readServicePort(port: ServicePort, fill: (text: Mapped) => Mapped): Mapping {
  if (port.form === 'short') return readMapping(fill(port.text));
  const faults: MappingFault[] = [];
  const side = (written: Mapped | undefined, kind: 'host' | 'container'): Mapping['host'] => {
    const filled = written && fill(written);
    if (!filled || filled.text === '') return undefined;
    const text = readPort(filled, 0, filled.text.length, '-');
    if (faultOf(text.value)?.reason === 'malformed') faults.push({ kind, span: text.span, text: filled.text });
    return text;
  };
  const host = side(port.published, 'host');
  const container = side(port.target, 'container');
  const hostIp = port.hostIp && fill(port.hostIp);
  const address = hostIp && readAddress(hostIp.text);
  if (hostIp && address && hostIp.text !== '' && isRefused(address))
    faults.push({ kind: 'address', span: hostIp.span, text: hostIp.text });
  const protocolText = port.protocol && fill(port.protocol);
  const protocol = protocolText ? asProtocol(protocolText.text) : 'tcp';
  const isOpen = protocolText?.text.includes(UNKNOWN) === true;
  if (protocolText && (protocol ?? 'dccp') === 'dccp' && !isOpen) {
    faults.push({ kind: 'protocol', span: protocolText.span, text: protocolText.text });
  }
  if (container === undefined) faults.push({ kind: 'missing', span: port.span, text: '' });
  if (isUnequal(host, container)) faults.push({ kind: 'unequal', span: host?.span ?? port.span, text: '' });
  return {
    host,
    container,
    binding: hostIp && address ? { address, span: hostIp.span } : EVERYWHERE,
    protocols: isOpen ? undefined : [protocol ?? 'tcp'],
    ...optional('protocolSpan', protocolText?.span),
    faults,
    span: port.span,
  };
}
