import { concat, type Mapped, opaque, UNKNOWN, verbatim } from '../../text/mapped.ts';
import type { StringForm } from './language.ts';
import { endOfLine, type Scan, type Token } from './token.ts';

/** The value of a string, and the programs in its holes (`${port}`). */
export interface StringBody {
  readonly value: Mapped;
  readonly holes: readonly (readonly Token[])[];
}

/** Reads the tokens of a hole up to its closing bracket. */
export type ReadHole = (scan: Scan, closer: '}' | ')') => readonly Token[];

/** Deeper strings in strings are read as text, so that a hostile file cannot exhaust the stack. */
const DEEPEST = 6;

/** Reads what stands between the quotes, and stops after the closing one. A text that lacks it ends with its line. */
export function readString(scan: Scan, form: StringForm, readHole: ReadHole): StringBody {
  const { text, at: start, end: outer } = scan;
  const { lines, close } = form;
  const comments = scan.comments.length;
  const isLong = lines && !scan.missing.has(close);
  if (!isLong) scan.end = endOfLine(scan, start);
  let body = readBody(scan, form, readHole, outer);
  // A string within a string says nothing about the rest of the text.
  const isUnclosed = isLong && outer === text.length && !text.startsWith(close, scan.at);
  if (isUnclosed && (scan.depth === 0 || !scan.missing.has(close))) {
    scan.missing.add(close);
    scan.comments.length = comments;
    scan.at = start;
    scan.end = endOfLine(scan, start);
    body = readBody(scan, form, readHole, outer);
  }
  scan.end = outer;
  if (text.startsWith(close, scan.at) && scan.at + close.length <= outer) scan.at += close.length;
  return body;
}

/** Reads up to `form.close` or `scan.end`, which a backslash at a line's end moves on, at most to `outer`. */
export function readBody(scan: Scan, form: StringForm, readHole: ReadHole, outer: number = scan.end): StringBody {
  const { text } = scan;
  const start = scan.at;
  const parts: Mapped[] = [];
  const holes: (readonly Token[])[] = [];
  let kept = start;
  const keep = (): void => {
    if (kept < scan.at) parts.push(verbatim(text, { start: kept, end: scan.at }));
  };
  const replace = (by: string, to: number): void => {
    keep();
    if (by !== '') parts.push(opaque(by, { start: scan.at, end: to }));
    scan.at = to;
    kept = to;
  };
  while (scan.at < scan.end) {
    const escaping = escapeAt(text, scan.at, form);
    if (escaping?.by === '' && scan.at + escaping.length > scan.end && scan.end < outer) {
      scan.end = outer;
      scan.end = endOfLine(scan, Math.min(outer, scan.at + escaping.length));
    }
    if (escaping) replace(escaping.by, Math.min(scan.end, scan.at + escaping.length));
    else if (form.close !== '' && text.startsWith(form.close, scan.at)) break;
    else {
      const bracket = scan.depth < DEEPEST ? holeAt(text, scan.at, form.hole) : undefined;
      const name = bracket || form.hole !== '$' ? undefined : nameAt(text, scan.at);
      if (bracket) {
        keep();
        const from = scan.at;
        scan.at += bracket.length;
        scan.depth++;
        holes.push(readHole(scan, bracket.closer));
        scan.depth--;
        scan.at = Math.max(from + bracket.length, Math.min(scan.at, scan.end));
        parts.push(opaque(UNKNOWN, { start: from, end: scan.at }));
        kept = scan.at;
      } else if (name !== undefined) replace(UNKNOWN, scan.at + name);
      else scan.at++;
    }
  }
  scan.at = Math.min(scan.at, scan.end);
  keep();
  const span = { start, end: scan.at };
  const isPlain = parts.length === 0 || (parts.length === 1 && parts[0]?.segments[0]?.exact === true);
  return { value: isPlain ? verbatim(text, span) : concat(parts, span), holes };
}

function holeAt(text: string, at: number, hole: StringForm['hole']): { closer: '}' | ')'; length: number } | undefined {
  if (hole === undefined || text.charAt(at) !== hole.charAt(0)) {
    return hole === '$' && text.startsWith('{$', at) ? { closer: '}', length: 1 } : undefined;
  }
  if (hole === '{') return { closer: '}', length: 1 };
  if (text.charAt(at + 1) === '{') return { closer: '}', length: 2 };
  return hole === '$' && text.charAt(at + 1) === '(' ? { closer: ')', length: 2 } : undefined;
}

/** The length of `$name` or `$a.b`. */
function nameAt(text: string, at: number): number | undefined {
  if (text.charAt(at) !== '$') return undefined;
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0].length;
}

const NAME = /\$[A-Za-z_]\w*(?:(?::|->|\.)[A-Za-z_]\w*)?/y;

interface Escape {
  readonly by: string;
  readonly length: number;
}

function escapeAt(text: string, at: number, { escapes, close, hole }: StringForm): Escape | undefined {
  const char = text.charAt(at);
  if (escapes === 'backslash') {
    if (char === '\\') return escaped(text, at);
    return hole === '{' && (text.startsWith('{{', at) || text.startsWith('}}', at))
      ? { by: char, length: 2 }
      : undefined;
  }
  const next = text.charAt(at + 1);
  if (escapes === 'quotes') {
    return char === '\\' && (next === '\\' || next === close) ? { by: next, length: 2 } : undefined;
  }
  if (escapes === 'backtick' && char === '`')
    return { by: next === '\n' ? '' : (CONTROLS.get(next) ?? next), length: 2 };
  if (escapes === 'backtick' || escapes === 'doubled') {
    return close.length === 1 && char === close && next === close ? { by: close, length: 2 } : undefined;
  }
  if (escapes !== 'nix') return undefined;
  if (text.startsWith("'''", at)) return { by: "''", length: 3 };
  if (text.startsWith("''$", at)) return { by: '$', length: 3 };
  if (text.startsWith("''\\", at)) return { by: CONTROLS.get(text.charAt(at + 3)) ?? text.charAt(at + 3), length: 4 };
  return text.startsWith('$$', at) ? { by: '$', length: 1 } : undefined;
}

function escaped(text: string, at: number): Escape {
  const next = text.charAt(at + 1);
  if (next === '\n') return { by: '', length: 2 };
  // Lua's skips the line's end.
  if (next === 'z' && /[\r\n]/.test(text.charAt(at + 2)))
    return { by: '', length: text.charAt(at + 2) === '\r' ? 4 : 3 };
  if (next === '\r') return { by: '', length: text.charAt(at + 2) === '\n' ? 3 : 2 };
  if (next === 'x' || next === 'u') {
    CODE_POINT.lastIndex = at;
    const found = CODE_POINT.exec(text);
    const code = Number.parseInt(found?.[1] ?? found?.[2] ?? found?.[3] ?? '', 16);
    if (found && code <= 0x10ffff) return { by: String.fromCodePoint(code), length: found[0].length };
  }
  return { by: CONTROLS.get(next) ?? next, length: 2 };
}

const CODE_POINT = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\})/y;

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['0', '\0'],
]);
