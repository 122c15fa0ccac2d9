import { type Mapped, verbatim } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import type { Scalar } from './tree.ts';

/** A word that the source holds character for character, with its quotes outside of `inner`. */
export function exactScalar(source: string, inner: Span, span: Span = inner, style: Scalar['style'] = 'plain'): Scalar {
  const text = source.slice(inner.start, inner.end);
  return { kind: 'scalar', span, inner, style, text, exact: true, mapped: verbatim(source, inner) };
}

/** A word with escapes, or of several stretches. */
export function mappedScalar(mapped: Mapped, span: Span = mapped.span, style: Scalar['style'] = 'plain'): Scalar {
  return { kind: 'scalar', span, inner: mapped.span, style, text: mapped.text, exact: false, mapped };
}
