/** UTF-16 codes of the characters that mean something in YAML. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const STAR = 42;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const COLON = 58;
export const LESS = 60;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const BACKTICK = 96;
export const OPEN_MAP = 123;
export const PIPE = 124;
export const CLOSE_MAP = 125;

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

export function isFlowIndicator(code: number): boolean {
  return code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === OPEN_MAP || code === CLOSE_MAP;
}

/** A blank, a line end or the end of the text: what must follow an indicator such as `-`. */
export function isGap(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === SPACE || code === LF || code === CR || code === TAB;
}

/** What ends a name after `*`, `&` or `!`. */
export function endsName(text: string, at: number): boolean {
  return isGap(text, at) || isFlowIndicator(text.charCodeAt(at));
}

/** `---` or `...` on a line of its own, for `at` at the start of a line. */
export function isMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== DASH && code !== DOT) return false;
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code && isGap(text, at + 3);
}

/** The offset behind the line end at `at`: CRLF is one. */
export function afterBreak(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}
