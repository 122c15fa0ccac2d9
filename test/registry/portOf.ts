import { asPort, asProtocol, type Port, type Protocol } from '../../registry/port.ts';

export function portOf(n: number): Port {
  const port = asPort(n);
  if (port === undefined) throw new Error(`${n} is no port`);
  return port;
}

/** `53`, or `53/udp`. */
export function lookupOf(text: string): readonly [Port, Protocol | undefined] {
  const [number = '', transport = ''] = text.split('/');
  return [portOf(Number(number)), asProtocol(transport)];
}
