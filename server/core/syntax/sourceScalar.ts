import { type Mapped, verbatim } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import type { Scalar } from './tree.ts';

/** A scalar that is the source as it is at `inner`; `span` has the quotes too, where it has some. */
export function exactScalar(source: string, inner: Span, span: Span = inner, style: Scalar['style'] = 'plain'): Scalar {
  const text = source.slice(inner.start, inner.end);
  return { kind: 'scalar', span, inner, style, text, exact: true, mapped: verbatim(source, inner) };
}

/** A scalar whose source is not its text, as for its escapes. */
export function mappedScalar(mapped: Mapped, span: Span = mapped.span, style: Scalar['style'] = 'plain'): Scalar {
  return { kind: 'scalar', span, inner: mapped.span, style, text: mapped.text, exact: false, mapped };
}
