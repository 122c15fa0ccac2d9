import { type Mapped, slice } from '../../../text/mapped.ts';
import type { Span } from '../../../text/span.ts';

/** A word, a mark or the end of a line in the rules of nftables or pf. */
export interface Token {
  readonly text: string;
  readonly mapped: Mapped;
  /** In quotes, which are no part of it. */
  readonly quoted: boolean;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** In offsets of the text. */
  readonly comments: readonly Span[];
}

/** Splits rules into words and the marks `{ } ( ) , ; = < > !`. A backslash joins lines. Line ends are tokens `\n`. */
export function tokensOf(mapped: Mapped): Tokens {
  const { text } = mapped;
  const tokens: Token[] = [];
  const comments: Span[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const end = index + found.length;
    if (found.startsWith('#')) comments.push({ start: index, end });
    else if (found.startsWith('\\')) continue;
    else if (/^["']/.test(found)) {
      const closed = found.length > 1 && found.endsWith(found.charAt(0));
      const inner = slice(mapped, index + 1, closed ? end - 1 : end);
      tokens.push({ text: inner.text, mapped: inner, quoted: true });
    } else tokens.push({ text: found === '\r\n' ? '\n' : found, mapped: slice(mapped, index, end), quoted: false });
  }
  return { tokens, comments };
}

const TOKEN =
  /#[^\r\n]*|\\\r?\n|\r?\n|"[^"]*"?|'[^']*'?|[{}(),;=]|><|<>|->|[<>!]=?|(?:[^\s{}(),;=<>!"'\\-]|-(?!>))+|\\/g;
