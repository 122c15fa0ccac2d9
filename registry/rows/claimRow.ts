import type { Claim } from '../entry.ts';
import { readRange, showRange } from '../port.ts';

export const CLAIM_NOTE: Claim['note'] = 'claimed, no primary source found';

/** One claim on one line of the table. */
export function writeClaim({ ports, software, claim }: Claim): string {
  return [showRange(ports), software, claim].join('\t');
}

/** Reads what `writeClaim` wrote; undefined for any other line. */
export function readClaim(line: string): Claim | undefined {
  const [range = '', software = '', claim = ''] = line.split('\t');
  const ports = readRange(range);
  return ports === undefined ? undefined : { software, ports, claim, note: CLAIM_NOTE };
}
