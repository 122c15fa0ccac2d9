import type { Fix } from '../../facts/finding.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';

/** Writes another number, in place of one that stands in the file itself and not in a variable. */
export function renumbered(
  path: string,
  { span, editable, value }: Pick<PortOccurrence, 'span' | 'editable' | 'value'>,
  verb: 'Advertise' | 'Connect to' | 'Dial',
  number: string,
): readonly Fix[] {
  if (!editable || value.kind !== 'range') return [];
  return [{ title: `${verb} ${number}`, safety: 'suggested', edits: [{ path, span, newText: number }] }];
}
