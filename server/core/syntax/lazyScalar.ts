import { type Mapped, verbatim } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import type { Scalar } from './tree.ts';

/** Makes the value of a scalar out of its source, where the two differ. */
export type Resolve = (source: string, inner: Span) => Mapped;

/** A scalar of JSON or TOML. Most scalars of a file are never asked for their text, so it is made on demand. */
export class LazyScalar implements Scalar {
  readonly kind: 'scalar' = 'scalar';
  readonly span: Span;
  readonly inner: Span;
  readonly style: 'plain' | 'single' | 'double';
  readonly exact: boolean;
  readonly #source: string;
  readonly #resolve: Resolve | undefined;
  #mapped: Mapped | undefined;

  constructor(source: string, span: Span, inner: Span, style: LazyScalar['style'], resolve: Resolve | undefined) {
    this.span = span;
    this.inner = inner;
    this.style = style;
    this.exact = resolve === undefined;
    this.#source = source;
    this.#resolve = resolve;
    this.#mapped = undefined;
  }

  get text(): string {
    return this.exact ? this.#source.slice(this.inner.start, this.inner.end) : this.mapped.text;
  }

  get mapped(): Mapped {
    if (this.#mapped === undefined) {
      this.#mapped = this.#resolve?.(this.#source, this.inner) ?? verbatim(this.#source, this.inner);
    }
    return this.#mapped;
  }
}

/** A scalar that is its source. */
export function plainScalar(source: string, start: number, end: number): LazyScalar {
  const span: Span = { start, end };
  return new LazyScalar(source, span, span, 'plain', undefined);
}
