import type { Language } from './language.ts';
import { endOfLine, type Scan, type Token } from './token.ts';

/** A token that is no string, and where it ends. */
export interface Lexeme {
  readonly kind: Token['kind'];
  readonly end: number;
  readonly shown: string;
}

/** The token at the cursor; `last` tells whether a slash divides or begins a pattern. */
export function readLexeme(scan: Scan, last: Token | undefined, spaced: boolean): Lexeme {
  const { text, language, at } = scan;
  const lexeme = (kind: Token['kind'], length: number, shown: string = text.slice(at, at + length)): Lexeme => ({
    kind,
    end: at + length,
    shown,
  });
  const char = text.charAt(at);
  const before = last?.kind === 'newline' ? undefined : last;
  if (language.regex && char === '/' && !(before && isOperand(before, language, text, at))) {
    return { kind: 'string', end: endOfRegex(scan), shown: '' };
  }
  const number = char >= '0' && char <= '9' ? match(NUMBER, text, at) : undefined;
  if (number !== undefined) return lexeme('number', number.length);
  if (language.symbols && char === ':' && (spaced || isOpening(before))) {
    const symbol = match(language.word, text, at + 1);
    if (symbol !== undefined) return lexeme('symbol', 1 + symbol.length, symbol);
  }
  const flag = language.special === 'powershell' && char === '-' && spaced ? match(FLAG, text, at) : undefined;
  if (flag !== undefined && POWERSHELL_OPERATORS.test(flag)) return lexeme('mark', flag.length);
  if (flag !== undefined) return lexeme('flag', flag.length, flag.replace(/^-|:$/g, ''));
  const word = match(language.word, text, at);
  if (word !== undefined) return lexeme('word', word.length);
  for (const length of [3, 2]) {
    const mark = text.slice(at, at + length);
    if (MARKS.has(mark)) return lexeme('mark', length, OPENERS.get(mark) ?? mark);
  }
  return lexeme('mark', 1);
}

function isOpening(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && !')]}'.includes(token.text));
}

/** Whether a slash after it divides. */
function isOperand(before: Token, language: Language, text: string, at: number): boolean {
  if (before.kind === 'mark') return ')]}'.includes(before.text);
  if (before.kind !== 'word') return true;
  if (language.keywords.has(before.text)) return false;
  // `split /,/` of Ruby and `~ /x/` of Groovy.
  return !(language.beside === 'call' && before.span.end < at && !/\s/.test(text.charAt(at + 1)));
}

/** Stays on its line; what is not closed there ends with it. */
function endOfRegex(scan: Scan): number {
  const { text } = scan;
  const end = endOfLine(scan, scan.at);
  let inClass = false;
  for (let at = scan.at + 1; at < end; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at + 1 + (match(LETTERS, text, at + 1)?.length ?? 0);
  }
  return end;
}

/** What a sticky pattern matches at a place. */
export function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] || undefined;
}

const LETTERS = /[a-z]*/y;
const NUMBER = /(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.\d[\d_]*)*(?:[eE][+-]?\d+)?)[A-Za-z%]*/y;
const FLAG = /-[A-Za-z]\w*:?/y;
const POWERSHELL_OPERATORS =
  /^-[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|and|or|not|in|notin|contains|notcontains|is|isnot|as|join|split|replace|f|band|bor|xor)$/i;

const MARKS: ReadonlySet<string> = new Set(
  '=== !== ||= ??= &&= ... ?-> **= <=> => -> <- :: ?. &. .@ *. ?? || && ?: == != <= >= .. := += -= *= /= .= ++ -- << >> ** // <> |> =~ %{ @{ @( ${'.split(
    ' ',
  ),
);

/** Brackets with something before them. */
const OPENERS: ReadonlyMap<string, string> = new Map([
  ['%{', '{'],
  ['@{', '{'],
  ['@(', '('],
]);
