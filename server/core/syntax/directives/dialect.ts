/** How one family of programs writes its `name argument argument …` files. */
export interface DirectiveDialect {
  /** What ends a directive that has no block. */
  readonly ends: 'line' | 'semicolon';
  /** word: a brace counts only as a word of its own; anywhere: it ends the word before it. */
  readonly braces: 'none' | 'word' | 'anywhere';
  /** A directive goes on behind its block, up to the semicolon. */
  readonly goesOn: boolean;
  readonly comments: readonly CommentStyle[];
  /** The characters that open a quote. */
  readonly quotes: string;
  /** Quotes may begin in the middle of a word. */
  readonly quotesInside: boolean;
  /** A quote may go over several lines. */
  readonly longQuotes: boolean;
  /** What a backslash and the character behind it stand for, where that is not just both. */
  readonly escapes: Readonly<Record<string, string>>;
  /** Backslashes escape outside of quotes too. */
  readonly escapesOutside: boolean;
  /** A backslash at the end of a line joins the next one to it. */
  readonly continued: boolean;
  /** The operators between a name and its value; they are no arguments. A one-character operator ends the name. */
  readonly assign: readonly string[];
  /** `<Name arguments>` … `</Name>` */
  readonly tags: boolean;
  /** Tags whose body is not made of directives, in lower case. */
  readonly rawTags: ReadonlySet<string>;
  /** Directives that hold all that follows, up to the next of them. */
  readonly sections: ReadonlySet<string>;
  /** Names of directives with program code in their braces end with one of these. */
  readonly code: readonly string[];
  /** At the top stand lists of addresses with commas, and the first one holds the rest of the file if it has no block. */
  readonly addresses: boolean;
  /** `<<NAME` begins a text that goes up to a line with NAME. */
  readonly heredocs: boolean;
}

/** How a comment begins and ends, and where it may. */
export interface CommentStyle {
  readonly open: string;
  /** Undefined where the end of the line is meant. */
  readonly close?: string;
  /** start: only where a directive could begin; word: also between words. */
  readonly at: 'start' | 'word';
}
