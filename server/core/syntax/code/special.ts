import { type Mapped, verbatim } from '../../text/mapped.ts';
import type { StringForm } from './language.ts';
import { type ReadHole, readBody, readString } from './strings.ts';
import { endOfLine, type Scan, type Token } from './token.ts';

/** Strings whose ends are chosen by their beginnings; false where none starts here. */
export function startSpecial(scan: Scan, tokens: Token[], spaced: boolean, readHole: ReadHole): boolean {
  const { special } = scan.language;
  if (special === undefined) return false;
  const char = scan.text.charAt(scan.at);
  if (special === 'python') return PREFIXES.includes(char) && startPrefixed(scan, tokens, spaced, readHole);
  if (special === 'lua') return char === '[' && startLong(scan, tokens, spaced);
  if (special === 'php' || special === 'ruby') {
    if (char === '<' && startHeredoc(scan, tokens, spaced)) return true;
  }
  const isSigil = (special === 'ruby' && char === '%') || (special === 'elixir' && char === '~');
  return isSigil && startSigil(scan, tokens, spaced, readHole);
}

const PREFIXES = 'rRbBuUfF';

/** `r"…"`, `f'…'`. */
function startPrefixed(scan: Scan, tokens: Token[], spaced: boolean, readHole: ReadHole): boolean {
  PREFIX.lastIndex = scan.at;
  const prefix = PREFIX.exec(scan.text)?.[0].toLowerCase();
  if (prefix === undefined) return false;
  const start = scan.at;
  scan.at += prefix.length;
  const form = scan.language.strings.find(({ open }) => scan.text.startsWith(open, scan.at));
  if (!form) return false;
  scan.at += form.open.length;
  const hole = prefix.includes('f') ? '{' : undefined;
  const body = readString(scan, { ...form, hole, escapes: prefix.includes('r') ? 'none' : 'backslash' }, readHole);
  tokens.push({ kind: 'string', span: { start, end: scan.at }, text: '', spaced, ...body });
  return true;
}

const PREFIX = /[rbuf]{1,2}(?=["'])/iy;

/** `[[…]]`, `[==[…]==]`. */
function startLong(scan: Scan, tokens: Token[], spaced: boolean): boolean {
  LONG.lastIndex = scan.at;
  const open = LONG.exec(scan.text)?.[0];
  if (open === undefined) return false;
  const close = open.replaceAll('[', ']');
  if (scan.missing.has(close)) return false;
  const start = scan.at;
  const found = scan.text.indexOf(close, start + open.length);
  if (found < 0 || found > scan.end) {
    scan.missing.add(close);
    return false;
  }
  const value = verbatim(scan.text, { start: start + open.length, end: found });
  scan.at = found + close.length;
  tokens.push({ kind: 'string', span: { start, end: scan.at }, text: '', spaced, value, holes: [] });
  return true;
}

const LONG = /\[={0,9}\[/y;

/** `<<~END`, `<<<'END'`; the body follows after this line. */
function startHeredoc(scan: Scan, tokens: Token[], spaced: boolean): boolean {
  const isPhp = scan.language.special === 'php';
  const pattern = isPhp ? PHP_HEREDOC : RUBY_HEREDOC;
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text);
  const name = found?.[2];
  if (!found || name === undefined || scan.depth > 0) return false;
  const start = scan.at;
  scan.at += found[0].length;
  const span = { start, end: scan.at };
  const value = verbatim(scan.text, { start: scan.at, end: scan.at });
  const token: Token = { kind: 'string', span, text: '', spaced, value, holes: [] };
  tokens.push(token);
  scan.waiting.push({ token, name, form: found[1] === "'" ? 'raw' : 'filled' });
  return true;
}

const RUBY_HEREDOC = /<<[~-]?(["']?)([A-Z_][A-Za-z0-9_]*)\1/y;
const PHP_HEREDOC = /<<<[ \t]{0,9}(["']?)([A-Za-z_]\w*)\1/y;

/** Reads the bodies of the here-documents that the last line announced. */
export function readWaiting(scan: Scan, readHole: ReadHole): void {
  for (const { token, name, form } of scan.waiting.splice(0)) {
    const start = scan.at;
    let line = start;
    let end = scan.end;
    let after = scan.end;
    while (line < scan.end) {
      const stop = endOfLine(scan, line);
      const text = scan.text.slice(line, stop).trimStart();
      // PHP lets the statement go on after the name.
      if (text.startsWith(name) && !/^\w/.test(text.slice(name.length))) {
        end = line;
        after = stop - (text.length - name.length);
        break;
      }
      line = scan.text.indexOf('\n', stop) + 1 || scan.end;
    }
    const outer = scan.end;
    scan.end = end;
    const hole = scan.language.special === 'php' ? '$' : '#{';
    const body = readBody(scan, form === 'raw' ? RAW : { ...FILLED, hole }, readHole);
    token.value = body.value;
    token.holes = body.holes;
    scan.end = outer;
    scan.at = after;
  }
}

const RAW: StringForm = { open: '', close: '', escapes: 'none', hole: undefined, lines: true };
const FILLED: StringForm = { open: '', close: '', escapes: 'backslash', hole: '#{', lines: true };

/** `%w[a b]` and `~w(a b)` are lists of words; `%q(a)` and `~s(a)` strings. */
function startSigil(scan: Scan, tokens: Token[], spaced: boolean, readHole: ReadHole): boolean {
  const pattern = scan.language.special === 'ruby' ? RUBY_SIGIL : ELIXIR_SIGIL;
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text);
  const [open, letter, bracket] = found ?? [];
  if (open === undefined || bracket === undefined) return false;
  const start = scan.at;
  const close = CLOSERS.get(bracket) ?? bracket;
  scan.at += open.length;
  const hole = letter && /[sQWIx]/.test(letter) ? '#{' : undefined;
  const body = readString(scan, { open, close, escapes: 'backslash', hole, lines: true }, readHole);
  const span = { start, end: scan.at };
  if (!/^[wWiI]$/.test(letter ?? '')) {
    // What a regular expression holds is no value.
    const value = letter === 'r' ? verbatim(scan.text, { start, end: start }) : body.value;
    tokens.push({ kind: 'string', span, text: '', spaced, value, holes: body.holes });
    return true;
  }
  tokens.push({ kind: 'mark', span: { start, end: start + open.length }, text: '[', spaced: true });
  for (const value of wordsOf(scan.text, body.value)) {
    tokens.push({ kind: 'string', span: value.span, text: '', spaced: true, value, holes: [] });
    tokens.push({ kind: 'mark', span: { start: value.span.end, end: value.span.end }, text: ',', spaced: false });
  }
  tokens.push({ kind: 'mark', span: { start: scan.at, end: scan.at }, text: ']', spaced: false });
  return true;
}

function wordsOf(source: string, { span }: Mapped): readonly Mapped[] {
  const text = source.slice(span.start, span.end);
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) =>
    verbatim(source, { start: span.start + index, end: span.start + index + word.length }),
  );
}

const RUBY_SIGIL = /%([wWiIqQrx])([[({<|!/])/y;
const ELIXIR_SIGIL = /~([a-zA-Z])([[({<|/"'])/y;

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['<', '>'],
]);
