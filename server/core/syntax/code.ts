import type { Mapped } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import { type CodeLanguage, LANGUAGES } from './code/languages.ts';
import { readTokens } from './code/tokens.ts';
import { readLiterals } from './code/walk.ts';
import type { Comment } from './tree.ts';

export type { CodeLanguage } from './code/languages.ts';

/** What a configuration that is a program says in so many words. Nothing is computed. */
export interface CodeText {
  readonly comments: readonly Comment[];
  /** In the order of the source; a default within a string stands before that string. */
  readonly literals: readonly Literal[];
}

/** One number or string, or one item of a list, with what names it. */
export interface Literal {
  /** A range is `2200..2250`, as one value. */
  readonly kind: 'number' | 'string' | 'range';
  /** Without quotes and escapes; what the program would fill in is UNKNOWN. A number is as written: `8_080`, `0x50`. */
  readonly value: Mapped;
  /** With quotes. */
  readonly span: Span;
  /**
   * What names it, outermost first: keys, targets of assignments (split at their dots), and calls (dots kept):
   * `serve({ http: { port: 80 } })` is `serve`, `http`, `port`; `a.b.port = 80` is `a`, `b`, `port`.
   */
  readonly names: readonly string[];
  /** The innermost call that it is an argument of, also within objects and lists: `app.listen`. */
  readonly call?: string;
  /** The first positional arguments of that call that stand before it: the `forwarded_port` of Vagrant, a host. */
  readonly args: readonly string[];
  /** From 0: its place in the list, or else among the positional arguments; undefined where a key names it. */
  readonly index?: number;
  /** The variable whose default it is: `process.env.PORT || 3000`, `os.environ.get("PORT", 3000)`, `opts.port ?? 3000`. */
  readonly fallbackOf?: string;
  /** False where the program makes something else of it: `3000 * 2`, `port < 1024`, `3.5`, `30s`, `"a" + b`, `-1`. */
  readonly plain: boolean;
  /** Equal for those that stand side by side in one object, list or call. */
  readonly scope: number;
}

/** Reads a program as far as it is configuration: lexical, in one pass, and never failing. */
export function readCode(text: string, language: CodeLanguage): CodeText {
  const { tokens, comments } = readTokens(text, LANGUAGES[language]);
  return { comments, literals: readLiterals(text, tokens, LANGUAGES[language]) };
}
