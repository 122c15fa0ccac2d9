import { concat, type Mapped, opaque, slice } from '../text/mapped.ts';

export type Escape = '\\' | '`';

/** A word of an instruction before its quotes are removed, in offsets of the arguments' text. */
export interface RawWord {
  readonly start: number;
  readonly length: number;
}

/** Splits at blanks outside of quotes, as BuildKit's `parseWords` does; at most `limit` words. */
export function splitWords(
  args: Mapped,
  escapeChar: Escape,
  limit: number = Number.POSITIVE_INFINITY,
): readonly RawWord[] {
  const { text } = args;
  const words: RawWord[] = [];
  let at = 0;
  while (words.length < limit) {
    while (at < text.length && isBlank(text[at])) at++;
    if (at >= text.length) break;
    const start = at;
    let quote = '';
    while (at < text.length && (quote !== '' || !isBlank(text[at]))) {
      const char = text[at] ?? '';
      if (char === escapeChar && quote !== "'") at++;
      else if (char === quote) quote = '';
      else if (quote === '' && (char === '"' || char === "'")) quote = char;
      at++;
    }
    at = Math.min(at, text.length);
    words.push({ start, length: at - start });
  }
  return words;
}

export function wordsOf(args: Mapped, escapeChar: Escape): readonly Mapped[] {
  return splitWords(args, escapeChar).map(({ start, length }) => slice(args, start, start + length));
}

/**
 * Removes quotes and escapes as BuildKit's `shell.Lex` does. A dollar sign that is meant literally comes out as `\$`, so
 * that `interpolate` leaves it alone, whatever the escape character of the file is.
 */
export function unquote(word: Mapped, escapeChar: Escape): Mapped {
  const { text } = word;
  if (!/["'\\`]/.test(text)) return word;
  const parts: Mapped[] = [];
  let kept = 0;
  const cut = (at: number, dropped: number): void => {
    if (kept < at) parts.push(slice(word, kept, at));
    kept = at + dropped;
  };
  const literalDollar = (at: number): void => {
    parts.push(opaque('\\', slice(word, at, at + 1).span));
  };
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === quote || (quote === '' && (char === '"' || char === "'"))) {
      cut(at, 1);
      quote = quote === '' ? char : '';
    } else if (char === '$' && quote === "'") {
      cut(at, 0);
      literalDollar(at);
    } else if (char === escapeChar && quote !== "'" && at + 1 < text.length) {
      const next = text[at + 1] ?? '';
      // Inside double quotes the escape character is itself unless it has something to escapeChar.
      if (quote === '' || next === '"' || next === '$' || next === escapeChar) cut(at, 1);
      if (next === '$') literalDollar(at + 1);
      at++;
    }
  }
  cut(text.length, 0);
  return concat(parts, word.span);
}

/** The names of here-documents in the arguments of `RUN`, `COPY` and `ADD`, in their order. */
export function heredocNames(
  args: Mapped,
  escapeChar: Escape,
): readonly { readonly name: string; readonly tabs: boolean }[] {
  if (!args.text.includes('<<')) return [];
  return wordsOf(args, escapeChar).flatMap(word => {
    const [, dash, name] = HEREDOC.exec(word.text) ?? [];
    return name ? [{ name: name.replace(/["']/g, ''), tabs: dash === '-' }] : [];
  });
}

const HEREDOC = /^\d*<<(-?)([^<]+)$/;

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}
