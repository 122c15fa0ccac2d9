import { BRACED_EXPRESSION, fillPlaceholders } from '../../ports/read/placeholders.ts';
import type { Scalar } from '../../syntax/tree.ts';
import { type Mapped, opaque, UNKNOWN } from '../../text/mapped.ts';

/** `var.port` and `local.port` stand for what another place sets, as `"${var.port}"` does within a text. */
export function fillTerraform(text: Mapped, scalar: Scalar): Mapped {
  if (scalar.style === 'plain' && REFERENCE.test(text.text)) {
    return opaque(UNKNOWN, text.span, [{ name: text.text, span: text.span, from: 'unknown' }]);
  }
  return fillPlaceholders(text, BRACED_EXPRESSION);
}

const REFERENCE = /^(?:var|local)\.\w+$/;
