/** A page before it is Markdown or text: what is said, and not how it is written. */
export interface Page {
  readonly title: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** Absent for the paragraph at the top and the one at the end. */
  readonly title?: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  /** A name over the list that follows. */
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

export interface Item {
  readonly line: Line;
  /** What stands below it, one level deeper. */
  readonly details: readonly Line[];
}

export type Line = readonly Piece[];

/** Bare text may come from a file or a table: it is never markup. */
export type Piece =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Another page, or a place in a file, as the host links it. */
  | { readonly kind: 'go'; readonly piece: Piece; readonly target: string }
  /** Where the line can be checked; `beside` where it need not stand among the references again. */
  | { readonly kind: 'source'; readonly url: string; readonly locator?: string; readonly beside?: true };

export const strong = (text: string): Piece => ({ kind: 'strong', text });
export const code = (text: string): Piece => ({ kind: 'code', text });
export const link = (text: string, url: string): Piece => ({ kind: 'link', text, url });
/** The piece as a link, where the host has one. */
export const go = (piece: Piece, target: string | undefined): Piece =>
  target === undefined ? piece : { kind: 'go', piece, target };
export const source = (url: string): Piece => ({ kind: 'source', url });

export const paragraph = (...line: Line): Block => ({ kind: 'paragraph', line });
export const label = (text: string): Block => ({ kind: 'label', text });
export const list = (items: readonly (Line | Item)[]): Block => ({
  kind: 'list',
  items: items.map(item => ('line' in item ? item : { line: item, details: [] })),
});

/** The lines, with something between each two. */
export function joined(lines: readonly Line[], between: string, last: string = between): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [index === lines.length - 1 ? last : between, ...line]));
}
