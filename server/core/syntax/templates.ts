/**
 * Expressions of template languages in a text that is to become JSON or TOML: `{{ .Values.port }}`, `{% if x %}`,
 * `<%= port %>`, `${PORT}`, `#{port}`. Each ends on its line. Where one does not, that is kept, so that a line of many
 * is read once.
 */
export class Templates {
  readonly #text: string;
  /** For each closing mark, how far it is known to be missing. */
  readonly #missing: Map<string, number> = new Map();

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset behind the expression at `at`; -1 where none is. */
  end(at: number): number {
    const text = this.#text;
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (code === OPEN) {
      if (next === OPEN) return this.#behind(at + 2, '}}');
      if (next === PERCENT) return this.#behind(at + 2, '%}');
      return next === HASH ? this.#behind(at + 2, '#}') : -1;
    }
    if (code === LESS) return next === PERCENT ? this.#behind(at + 2, '%>') : -1;
    if (code === DOLLAR || code === HASH) return next === OPEN ? this.#behindBraces(at + 2) : -1;
    return code === OPEN_ROUND ? this.#behind(at + 1, ')') : -1;
  }

  /** As `end`, but only for what stands for no text: conditions, loops, comments. */
  statementEnd(at: number): number {
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next !== OPEN && next !== PERCENT && next !== HASH) return -1;
    if (text.charCodeAt(at) === LESS) return next === PERCENT && !/[=-]/.test(text.charAt(at + 2)) ? this.end(at) : -1;
    if (text.charCodeAt(at) !== OPEN) return -1;
    return next !== OPEN || STATEMENT.test(text.slice(at, at + LONGEST)) ? this.end(at) : -1;
  }

  #behind(from: number, close: string): number {
    const text = this.#text;
    if (from <= (this.#missing.get(close) ?? -1)) return -1;
    const first = close.charCodeAt(0);
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === first && text.startsWith(close, at)) return at + close.length;
      if (code === LF || code === CR) break;
    }
    this.#missing.set(close, at);
    return -1;
  }

  /** `${A:-${B}}` has braces in its braces. */
  #behindBraces(from: number): number {
    const text = this.#text;
    if (from <= (this.#missing.get('}') ?? -1)) return -1;
    let open = 1;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === OPEN) open++;
      else if (code === CLOSE && --open === 0) return at + 1;
      else if (code === LF || code === CR) break;
    }
    this.#missing.set('}', at);
    return -1;
  }
}

/** Of Go's templates and of Handlebars. */
const STATEMENT = /^\{\{[-~]?[ \t]{0,8}(?:[#/^!]|(?:if|else|end|range|with|define|block|break|continue)(?![\w.]))/;

/** More than what `STATEMENT` looks at. */
const LONGEST = 24;

const LF = 10;
const CR = 13;
const HASH = 35;
const DOLLAR = 36;
const PERCENT = 37;
const OPEN_ROUND = 40;
const LESS = 60;
const OPEN = 123;
const CLOSE = 125;
