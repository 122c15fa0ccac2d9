import { asPort, type Port } from '../../registry/port.ts';

export function portOf(n: number): Port {
  const port = asPort(n);
  if (port === undefined) throw new Error(`${n} is no port`);
  return port;
}
