import type { Span } from '../../text/span.ts';
import { MappedBuilder } from '../mappedBuilder.ts';
import { exactScalar, mappedScalar } from '../sourceScalar.ts';
import { type Comment, DEEPEST, type MapEntry, type Scalar, type Tree } from '../tree.ts';
import { type TextPart, textOf } from './text.ts';

interface Element {
  readonly name: Span;
  readonly text: string;
  readonly start: number;
  readonly entries: MapEntry[];
}

/** The elements that are open while a text is read, and what was found in them. */
export class Elements {
  readonly source: string;
  readonly comments: Comment[] = [];
  readonly errors: Tree['errors'][number][] = [];
  readonly root: MapEntry[] = [];
  rootSpan: Span | undefined;
  readonly #open: Element[] = [];
  /** How many elements of a name are open, so that a closing tag without one is told at once. */
  readonly #names: Map<string, number> = new Map();
  #parts: TextPart[] = [];

  constructor(source: string) {
    this.source = source;
  }

  fail(start: number, end: number, message: string): void {
    this.errors.push({ span: { start, end }, message });
  }

  addText(part: TextPart): void {
    if (part.span.start < part.span.end && this.#open.length > 0) this.#parts.push(part);
  }

  /** `start` is the place of the tag's `<`. */
  open(start: number, name: Span, attributes: MapEntry[]): void {
    const parent = this.#open.at(-1);
    if (parent) this.#addText(parent);
    const text = this.source.slice(name.start, name.end);
    this.#names.set(text, (this.#names.get(text) ?? 0) + 1);
    if (this.#open.push({ name, text, start, entries: attributes }) === DEEPEST + 1) {
      this.fail(start, start + 1, 'This is nested too deeply');
    }
  }

  /** A closing tag from `start` to `end`. It closes the elements within that lack theirs, too. */
  close(name: Span, start: number, end: number): void {
    const text = this.source.slice(name.start, name.end);
    if ((this.#names.get(text) ?? 0) === 0) {
      this.fail(start, end, `No \`${text}\` is open here`);
      return;
    }
    while (this.#open.at(-1)?.text !== text) this.#unclosed(start);
    this.closeLast(end);
  }

  closeAll(): void {
    while (this.#open.length > 0) this.#unclosed(this.source.length);
  }

  /** The innermost element ends at `end`. */
  closeLast(end: number): void {
    const element = this.#open.pop();
    if (!element) return;
    this.#names.set(element.text, (this.#names.get(element.text) ?? 1) - 1);
    const { entries, start } = element;
    const key = exactScalar(this.source, element.name);
    const tooDeep = this.#open.length >= DEEPEST;
    if (entries.length > 0) this.#addText(element);
    const text = entries.length > 0 ? undefined : textOf(this.source, this.#parts);
    this.#parts = [];
    if (tooDeep) return;
    const value =
      text ?? (entries.length > 0 ? ({ kind: 'map', span: { start, end }, flow: false, entries } as const) : undefined);
    const parent = this.#open.at(-1);
    (parent?.entries ?? this.root).push({ key, value, merged: false });
    if (!parent) this.rootSpan = { start: this.rootSpan?.start ?? start, end };
  }

  #unclosed(end: number): void {
    const { name } = this.#open.at(-1) ?? {};
    if (name) this.fail(name.start, name.end, 'The element is not closed');
    this.closeLast(end);
  }

  #addText({ entries }: Element): void {
    const value = textOf(this.source, this.#parts);
    this.#parts = [];
    if (value) entries.push({ key: namedKey(this.source, '#text', value.span.start), value, merged: false });
  }
}

/** A key that the source does not hold as it is: `prefix` stands for nothing at `start`, the rest up to `end`. */
export function namedKey(source: string, prefix: string, start: number, end: number = start): Scalar {
  const builder = new MappedBuilder(source);
  builder.put(prefix, start, start);
  builder.keep(start, end);
  return mappedScalar(builder.build({ start, end }));
}
