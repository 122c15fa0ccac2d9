import type { PortRange } from '../../../../registry/port.ts';

/** The container's port behind a host port of a mapping. Ranges are mapped one to one. */
export function innerPort(hostRange: PortRange, containerRange: PortRange, port: number): number {
  return Math.min(containerRange.first + port - hostRange.first, containerRange.last);
}
