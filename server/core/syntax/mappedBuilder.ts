import type { Mapped, Segment } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';

/** Puts a text together from stretches of the source and what stands for others. */
export class MappedBuilder {
  readonly #source: string;
  readonly #segments: Segment[] = [];
  #text = '';

  constructor(source: string) {
    this.#source = source;
  }

  get empty(): boolean {
    return this.#text === '';
  }

  keep(start: number, end: number): void {
    if (start >= end) return;
    this.#segments.push({ at: this.#text.length, span: { start, end }, exact: true });
    this.#text += this.#source.slice(start, end);
  }

  /** `text` stands for the source from `start` to `end`. */
  put(text: string, start: number, end: number): void {
    if (text === '') return;
    this.#segments.push({ at: this.#text.length, span: { start, end }, exact: false });
    this.#text += text;
  }

  build(span: Span): Mapped {
    return { text: this.#text, segments: this.#segments, span };
  }
}
