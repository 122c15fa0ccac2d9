import { type Mapped, opaque, verbatim } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import type { Scalar } from '../tree.ts';
import { blockText } from './blockText.ts';
import { quotedText } from './quotedText.ts';

/** Most scalars of a file are never asked for their text, so it is made on demand. */
export class YamlScalar implements Scalar {
  readonly kind: 'scalar' = 'scalar';
  readonly span: Span;
  readonly inner: Span;
  readonly style: Scalar['style'];
  readonly exact: boolean;
  tag?: string;
  readonly #source: string;
  /** Of a block: its indentation times 4, plus `CLIP`, `STRIP` or `KEEP`. */
  readonly #layout: number;
  #text: string | undefined;
  #mapped: Mapped | undefined;

  constructor(source: string, span: Span, inner: Span, style: Scalar['style'], exact: boolean, layout: number) {
    this.span = span;
    this.inner = inner;
    this.style = style;
    this.exact = exact;
    this.#source = source;
    this.#layout = layout;
  }

  get text(): string {
    if (this.#text === undefined) {
      this.#text = this.exact ? this.#source.slice(this.inner.start, this.inner.end) : this.mapped.text;
    }
    return this.#text;
  }

  get mapped(): Mapped {
    if (this.#mapped === undefined) this.#mapped = this.#map();
    return this.#mapped;
  }

  /** The same value at the place of an alias. */
  at(span: Span): YamlScalar {
    const copy = new YamlScalar(this.#source, span, span, 'plain', false, 0);
    copy.#mapped = opaque(this.text, span);
    return copy;
  }

  #map(): Mapped {
    if (this.exact) return verbatim(this.#source, this.inner);
    if (this.style === 'literal' || this.style === 'folded') {
      return blockText(this.#source, this.inner, this.style === 'folded', this.#layout >> 2, this.#layout & 3);
    }
    return quotedText(this.#source, this.inner, this.style);
  }
}

/** A plain scalar of one line. */
export function plainAt(source: string, start: number, end: number): YamlScalar {
  const span: Span = { start, end };
  return new YamlScalar(source, span, span, 'plain', true, 0);
}
