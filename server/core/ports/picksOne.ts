import { type PortRange, sizeOf } from '../../../registry/port.ts';

/** True where Docker takes whichever host port of a range is free, as one container port needs no more. */
export function picksOne(hostRange: PortRange, containerRange: PortRange | undefined): boolean {
  return sizeOf(hostRange) > 1 && containerRange !== undefined && sizeOf(containerRange) === 1;
}
