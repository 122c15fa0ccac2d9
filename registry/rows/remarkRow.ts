import type { IsoDate, Remark } from '../entry.ts';
import { readRange, showRange } from '../port.ts';

/** One remark on one line of the table. */
export function writeRemark({ ports, text, source, seen }: Remark): string {
  return [showRange(ports), seen, source, text].join('\t');
}

/** Reads what `writeRemark` wrote; undefined for any other line. */
export function readRemark(line: string): Remark | undefined {
  const [range = '', seen = '', source = '', text = ''] = line.split('\t');
  const ports = readRange(range);
  return ports === undefined ? undefined : { ports, text, source, seen: seen as IsoDate };
}
