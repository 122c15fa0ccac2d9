import type { Fault } from '../facts/document.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';
import type { TreeFormat } from './tree/treeFormat.ts';

/** A fault for each 0 that the format's program refuses. Most programs take it for any free port, or for none. */
export function zeroFaults(
  { title, refusesZero }: Pick<TreeFormat, 'title' | 'refusesZero'>,
  occurrences: readonly PortOccurrence[],
): readonly Fault[] {
  if (!refusesZero) return [];
  return occurrences.flatMap((port): Fault[] => {
    const { value, span, path, confidence } = port;
    const isZero = value.kind === 'range' && value.range.last === 0;
    if (!isZero || confidence !== 'certain' || !refusesZero(port)) return [];
    return [{ rule: 'port-out-of-range', message: 'zero', span, data: { program: title }, path }];
  });
}

/** True at the keys of a place, in lower case: the last one, or the one that its argument belongs to. */
export function isUnder(...keys: readonly string[]): (port: PortOccurrence) => boolean {
  return ({ path }) => {
    const key = path.findLast(part => typeof part === 'string');
    return key !== undefined && keys.includes(key.toLowerCase());
  };
}
