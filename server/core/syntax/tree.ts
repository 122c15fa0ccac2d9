import type { Mapped } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';

/** The shape that all readers give. Spans cover the node without the blanks around it. */
export type Node = MapNode | ListNode | Scalar;

/** Keys and values in the order of the text; repeated keys are repeated entries. */
export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly flow: boolean;
  readonly tag?: string;
  readonly entries: readonly MapEntry[];
}

/** A key and its value. */
export interface MapEntry {
  readonly key: Scalar;
  /** Undefined where the value is missing, as while it is being typed. */
  readonly value: Node | undefined;
  /** The value stands elsewhere and came here by a merge key (`<<`). */
  readonly merged: boolean;
}

/** Items in the order of the text. */
export interface ListNode {
  readonly kind: 'list';
  readonly span: Span;
  readonly flow: boolean;
  readonly tag?: string;
  /** An empty item (`- `) is an empty plain scalar. */
  readonly items: readonly Node[];
}

/** A text, a number, a truth value: whatever is one text in the source. */
export interface Scalar {
  readonly kind: 'scalar';
  /** With quotes, or with the `|` header of a block. */
  readonly span: Span;
  /** Without quotes. */
  readonly inner: Span;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  readonly tag?: string;
  /** The value after unescaping and folding. */
  readonly text: string;
  /** `text` is the source slice at `inner`, character for character. */
  readonly exact: boolean;
  /** The value with the place of each of its parts. */
  readonly mapped: Mapped;
}

/** A comment, for suppressions. */
export interface Comment {
  /** From `#` to the end of the line. */
  readonly span: Span;
  /** True where nothing but blanks stands before it on its line. */
  readonly alone: boolean;
}

/** What is wrong with the text at a place. */
export interface SyntaxError {
  readonly span: Span;
  readonly message: string;
}

/** A parsed text. Parsing never fails: what could not be read is in `errors`, and the rest is in `documents`. */
export interface Tree {
  readonly documents: readonly Node[];
  readonly comments: readonly Comment[];
  readonly errors: readonly SyntaxError[];
}

/** Collections within collections that are read. Whoever walks a tree may recurse, so what is nested further is left out. */
export const DEEPEST = 200;

/** The value under a key of a map; the last one wins where the key is repeated. */
export function get(node: Node | undefined, key: string): Node | undefined {
  return entry(node, key)?.value;
}

/** The entry of a key of a map; the last one where the key is repeated. */
export function entry(node: Node | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  // Asked dozens of times for every service of a file, so without a function for each entry.
  for (let index = node.entries.length - 1; index >= 0; index--) {
    const candidate = node.entries[index];
    if (candidate?.key.text === key) return candidate;
  }
  return undefined;
}

/** The node, where it is a scalar. */
export function scalar(node: Node | undefined): Scalar | undefined {
  return node?.kind === 'scalar' ? node : undefined;
}

/** YAML's null: nothing, `~` or `null` without quotes. A tag does not change what is written. */
export function isNull(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.style === 'plain' && /^(?:|~|null|Null|NULL)$/.test(node.text);
}

/** The items of a list; none of any other node. */
export function items(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The entries of a map; none of any other node. */
export function entries(node: Node | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}
