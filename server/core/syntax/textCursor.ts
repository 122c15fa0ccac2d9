import type { Comment, SyntaxError as TreeError } from './tree.ts';

/** Where the reader stands, and what it has gathered on its way. One lives as long as one reading. */
export class TextCursor {
  readonly text: string;
  readonly comments: Comment[] = [];
  readonly errors: TreeError[] = [];
  at = 0;
  /** Brackets around the cursor. */
  depth = 0;
  /** What was looked for, from where, and where it was found, so that no stretch is searched twice. */
  readonly #found: Map<string, { from: number; at: number }> = new Map();

  constructor(text: string) {
    this.text = text;
  }

  /** Where `needle` stands next at or after `from`; the length of the text where it does not. */
  find(needle: string, from: number): number {
    const known = this.#found.get(needle);
    if (known && known.from <= from && from <= known.at) return known.at;
    const index = this.text.indexOf(needle, from);
    const at = index < 0 ? this.text.length : index;
    this.#found.set(needle, { from, at });
    return at;
  }

  /** `open` is what begins the comment at the cursor; without `close` it ends with its line. */
  skipComment(open: string, close: string | undefined): void {
    const { text, at } = this;
    const found = close === undefined ? this.lineEnd(at) : this.find(close, at + open.length);
    this.at = Math.min(text.length, found + (close?.length ?? 0));
    let before = at - 1;
    while (before >= 0 && isBlank(text[before])) before--;
    this.comments.push({ span: { start: at, end: this.at }, alone: before < 0 || isLineEnd(text[before]) });
  }

  /** The end of the line that `from` is in, without its line break. */
  lineEnd(from: number): number {
    return Math.min(this.find('\n', from), this.find('\r', from));
  }

  fail(start: number, end: number, message: string): void {
    this.errors.push({ span: { start, end }, message });
  }
}

/** White space within a line. */
export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\f' || char === '\v' || char === '\u00a0';
}

/** Either character of a line break. */
export function isLineEnd(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}

/** A blank, a line end or the end of the text. */
export function isGap(char: string | undefined): boolean {
  return char === undefined || isBlank(char) || isLineEnd(char);
}
