import { BRACED_EXPRESSION, fillPlaceholders } from '../../ports/read/placeholders.ts';
import type { Scalar } from '../../syntax/tree.ts';
import { type Mapped, opaque, UNKNOWN } from '../../text/mapped.ts';

/** `!Ref WebPort` names a parameter, as `${WebPort}` does in the text of a `!Sub`. */
export function fillCloudFormation(text: Mapped, { tag }: Scalar): Mapped {
  if (tag === '!Ref') return opaque(UNKNOWN, text.span, [{ name: text.text, span: text.span, from: 'unknown' }]);
  return tag === '!GetAtt' || tag === '!ImportValue'
    ? opaque(UNKNOWN, text.span)
    : fillPlaceholders(text, BRACED_EXPRESSION);
}
