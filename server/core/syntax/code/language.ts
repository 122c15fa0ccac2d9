/** What the reader of programs must know of a language. */
export interface Language {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Longest opening first. */
  readonly strings: readonly StringForm[];
  /** Sticky. */
  readonly word: RegExp;
  /** Slashes may enclose a regular expression. */
  readonly regex: boolean;
  /** `:name` is a word of its own. */
  readonly symbols: boolean;
  /** `%w[a b]`, `~w(a b)`, `%q(a)`; `<<~END`, `<<<END`. */
  readonly special: 'ruby' | 'elixir' | 'php' | 'python' | 'lua' | 'powershell' | undefined;
  /** A line's end ends a statement. */
  readonly newlines: boolean;
  /** What two operands side by side are: a call, the items of a list, a name and its type, a type and its name. */
  readonly beside: 'call' | 'item' | 'type after' | 'last counts';
  /** What `a: b` is where no braces surround it. */
  readonly colon: 'key' | 'type' | 'access' | 'nothing';
  /** What `name {` is. */
  readonly block: 'named' | 'plain';
  /** What connects the parts of a path. */
  readonly access: ReadonlySet<string>;
  /** What separates a key from its value besides `=` and `:`. */
  readonly keys: ReadonlySet<string>;
  /** What gives a default, as operator or word. */
  readonly fallbacks: ReadonlySet<string>;
  /** Words that name nothing: `const`, `return`. */
  readonly keywords: ReadonlySet<string>;
  /** Keywords behind which a name is defined, so that the brackets after it are no call. */
  readonly definers: ReadonlySet<string>;
  /** Keywords that `end` closes, where they start a statement. Those that have any have `do … end` too. */
  readonly openers: ReadonlySet<string>;
}

/** One way to write a string. */
export interface StringForm {
  readonly open: string;
  readonly close: string;
  /** quotes: only itself and the closing quote are escaped; doubled: a doubled quote is one. */
  readonly escapes: 'backslash' | 'quotes' | 'backtick' | 'doubled' | 'nix' | 'none';
  readonly hole: '${' | '#{' | '{' | '$' | undefined;
  /** May span lines. */
  readonly lines: boolean;
}
