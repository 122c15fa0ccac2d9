import { verbatim } from '../../text/mapped.ts';
import type { Comment } from '../tree.ts';
import type { Language } from './language.ts';
import { match, readLexeme } from './lexeme.ts';
import { readWaiting, startSpecial } from './special.ts';
import { type ReadHole, readString } from './strings.ts';
import { endOfLine, type Scan, type Token } from './token.ts';

/** The words of a program. */
export function readTokens(
  text: string,
  language: Language,
): { readonly tokens: readonly Token[]; readonly comments: readonly Comment[] } {
  const scan: Scan = {
    text,
    language,
    comments: [],
    at: text.startsWith('\uFEFF') ? 1 : 0,
    end: text.length,
    fresh: true,
    line: { from: 0, to: -1 },
    depth: 0,
    missing: new Set(),
    waiting: [],
  };
  if (text.startsWith('#!', scan.at)) pushComment(scan, endOfLine(scan, scan.at));
  if (language.special === 'php') skipMarkup(scan);
  return { tokens: readUntil(scan, ''), comments: scan.comments };
}

const readHole: ReadHole = (scan, closer) => {
  const tokens = readUntil(scan, closer);
  if (scan.text.charAt(scan.at) === closer) scan.at++;
  return tokens;
};

/** Reads up to a closing bracket that nothing opened, which is left unread. */
function readUntil(scan: Scan, closer: '' | '}' | ')'): readonly Token[] {
  const { text } = scan;
  const tokens: Token[] = [];
  const opener = closer === '}' ? '{' : '(';
  let open = 0;
  let blank = -1;
  while (scan.at < scan.end) {
    const char = text.charAt(scan.at);
    if (BLANKS.includes(char) || isContinuation(text, scan.at)) {
      blank = ++scan.at;
      if (text.charAt(scan.at - 1) === '\\' || text.charAt(scan.at - 1) === '`') skipLineEnd(scan);
      blank = scan.at;
      continue;
    }
    const start = scan.at;
    const spaced = blank === start || scan.fresh;
    if (char === '\n') {
      scan.at++;
      if (scan.depth === 0) scan.fresh = true;
      if (tokens.at(-1)?.kind !== 'newline')
        tokens.push({ kind: 'newline', span: { start, end: scan.at }, text: '\n', spaced });
      readWaiting(scan, readHole);
    } else if (skipComment(scan, tokens.at(-1), spaced)) continue;
    else if (closer !== '' && char === closer && open === 0) break;
    else {
      if (closer !== '' && char === opener) open++;
      if (closer !== '' && char === closer) open--;
      readToken(scan, tokens, spaced);
      if (scan.depth === 0) scan.fresh = false;
    }
  }
  return tokens;
}

const BLANKS = ' \t\r\f\u00A0\uFEFF';

function isContinuation(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char !== '\\' && char !== '`') return false;
  return text.charAt(at + 1) === '\n' || text.startsWith('\r\n', at + 1);
}

function skipLineEnd(scan: Scan): void {
  if (scan.text.charAt(scan.at) === '\r') scan.at++;
  if (scan.text.charAt(scan.at) === '\n') scan.at++;
}

function skipComment(scan: Scan, before: Token | undefined, spaced: boolean): boolean {
  const { text, at, language } = scan;
  for (const [open, close] of language.blockComments) {
    // Ruby's stand at the start of a line.
    const isLine = open.startsWith('\n');
    if (!text.startsWith(isLine ? open.slice(1) : open, at) || (isLine && at > 0 && text.charAt(at - 1) !== '\n'))
      continue;
    const end = text.indexOf(close, at + open.length - 1);
    pushComment(scan, end < 0 || end > scan.end ? scan.end : end + close.length);
    return true;
  }
  for (const open of language.lineComments) {
    if (!text.startsWith(open, at)) continue;
    // PHP's attributes; a hash within a word of PowerShell.
    if (open === '#' && language.special === 'php' && text.charAt(at + 1) === '[') continue;
    if (open === '#' && language.special === 'powershell' && before && !spaced && before.kind === 'word') continue;
    let end = endOfLine(scan, at);
    const tag = language.special === 'php' ? text.slice(at, end).indexOf('?>') : -1;
    if (tag >= 0) end = at + tag;
    pushComment(scan, end);
    return true;
  }
  return false;
}

function pushComment(scan: Scan, end: number): void {
  scan.comments.push({ span: { start: scan.at, end }, alone: scan.fresh });
  scan.at = end;
}

function readToken(scan: Scan, tokens: Token[], spaced: boolean): void {
  const { text, language, at: start } = scan;
  if (language.special === 'php' && text.startsWith('?>', start)) {
    skipMarkup(scan);
    tokens.push({ kind: 'mark', span: { start, end: scan.at }, text: ';', spaced });
    return;
  }
  if (startSpecial(scan, tokens, spaced, readHole)) return;
  const form = language.strings.find(({ open }) => text.startsWith(open, start));
  if (form) {
    scan.at += form.open.length;
    const body = readString(scan, form, readHole);
    tokens.push({ kind: 'string', span: { start, end: scan.at }, text: '', spaced, ...body });
    return;
  }
  const { kind, end, shown } = readLexeme(scan, tokens.at(-1), spaced);
  scan.at = Math.min(end, scan.end);
  const token: Token = { kind, span: { start, end: scan.at }, text: shown, spaced };
  // What a regular expression matches is no value.
  if (kind === 'string') token.value = verbatim(text, { start, end: start });
  tokens.push(token);
}

/** Text outside `<?php … ?>`. */
function skipMarkup(scan: Scan): void {
  const tag = scan.text.indexOf('<?', scan.at);
  if (tag < 0) {
    scan.at = scan.end;
    return;
  }
  scan.at = tag + (match(TAG, scan.text, tag)?.length ?? 2);
}

const TAG = /<\?(?:php|=)?/iy;
