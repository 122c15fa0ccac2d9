import { concat, type Mapped, opaque, originOf, slice, UNKNOWN } from '../../text/mapped.ts';

/** Puts `UNKNOWN` in the place of what a pattern found, and of variables: `$1:9100`, `${1}:9100`, `${NODE}:9100`. */
export function fillGroups(mapped: Mapped): Mapped {
  const parts: Mapped[] = [];
  let kept = 0;
  for (const { 0: group, index } of mapped.text.matchAll(/\$(?:\w{1,50}|\{\w{1,50}\})/g)) {
    const end = index + group.length;
    const { span } = originOf(mapped, index, end);
    parts.push(slice(mapped, kept, index), opaque(UNKNOWN, span, [{ name: group.slice(1), span, from: 'unknown' }]));
    kept = end;
  }
  return parts.length === 0 ? mapped : concat([...parts, slice(mapped, kept, mapped.text.length)], mapped.span);
}
