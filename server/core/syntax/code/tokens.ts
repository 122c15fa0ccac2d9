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
  while (scan.at < scan.end) {
    const isSpaced = skipBlanks(scan);
    if (scan.at >= scan.end) break;
    const start = scan.at;
    const spaced = isSpaced || scan.fresh;
    const char = text.charAt(start);
    if (char === '\n') {
      scan.at++;
      if (scan.depth === 0) scan.fresh = true;
      if (tokens.at(-1)?.kind !== 'newline') {
        tokens.push({ kind: 'newline', span: { start, end: scan.at }, text: '\n', spaced });
      }
      if (scan.waiting.length > 0) readWaiting(scan, readHole);
    } else if (skipComment(scan, char, tokens.at(-1), spaced)) continue;
    else if (char === closer && open === 0) break;
    else {
      readToken(scan, tokens, spaced);
      if (scan.depth === 0) scan.fresh = false;
      const last = tokens.at(-1);
      if (closer !== '' && last?.kind === 'mark') {
        if (last.text.endsWith(opener)) open++;
        else if (last.text === closer) open--;
      }
    }
  }
  return tokens;
}

/** Also over line ends that are escaped. */
function skipBlanks(scan: Scan): boolean {
  const { text } = scan;
  const start = scan.at;
  const escaping = scan.language.special === 'powershell' ? '`' : '\\';
  while (scan.at < scan.end) {
    const char = text.charAt(scan.at);
    if (char === ' ' || char === '\t' || char === '\r' || char === '\f' || char === '\u00A0' || char === '\uFEFF')
      scan.at++;
    else if (char === escaping && text.charAt(scan.at + 1) === '\n') scan.at += 2;
    else if (char === escaping && text.startsWith('\r\n', scan.at + 1)) scan.at += 3;
    else break;
  }
  return scan.at > start;
}

function skipComment(scan: Scan, char: string, before: Token | undefined, spaced: boolean): boolean {
  if (!COMMENT_STARTS.includes(char)) return false;
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

/** First characters of comments in any language. */
const COMMENT_STARTS = '#/-<=';

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
  const char = text.charAt(start);
  if (startSpecial(scan, tokens, spaced, readHole)) return;
  const form = QUOTES.includes(char) ? language.strings.find(({ open }) => text.startsWith(open, start)) : undefined;
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

/** First characters of strings in any language. */
const QUOTES = '"\'`@';

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
