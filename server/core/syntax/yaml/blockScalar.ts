import type { Span } from '../../text/span.ts';
import { afterBreak, DASH, HASH, isBlank, isLineEnd, isMarker, PIPE, PLUS, SPACE } from '../characters.ts';
import { CLIP, KEEP, STRIP } from './blockText.ts';
import { type Cursor, fail, lineEnd } from './cursor.ts';
import { YamlScalar } from './yamlScalar.ts';

/** A `|` or `>` block. Undefined where the line does not go on as its header must; then nothing is read. */
export function blockScalar(c: Cursor, parent: number): YamlScalar | undefined {
  const { text } = c;
  const start = c.at;
  let at = start + 1;
  let chomp = CLIP;
  let digit = 0;
  for (; at < c.length; at++) {
    const code = text.charCodeAt(at);
    if (code === PLUS || code === DASH) chomp = code === PLUS ? KEEP : STRIP;
    else if (code >= 49 && code <= 57 && digit === 0) digit = code - 48;
    else break;
  }
  if (!toLineEnd(c, at)) return undefined;
  c.last = at;
  const style = text.charCodeAt(start) === PIPE ? 'literal' : 'folded';
  return content(c, start, { end: at, digit, chomp, style }, parent);
}

interface Header {
  readonly end: number;
  /** The indentation given, counted from the parent; 0 where the first line shows it. */
  readonly digit: number;
  readonly chomp: number;
  readonly style: 'literal' | 'folded';
}

/** Leaves the cursor at the end of the header's line. False where more than a comment follows. */
function toLineEnd(c: Cursor, from: number): boolean {
  let at = from;
  while (at < c.length && isBlank(c.text.charCodeAt(at))) at++;
  const code = at < c.length ? c.text.charCodeAt(at) : -1;
  if (code === HASH && at > from) {
    const end = lineEnd(c, at);
    c.comments.push({ span: { start: at, end }, alone: false });
    at = end;
  } else if (code !== -1 && !isLineEnd(code)) return false;
  c.at = at;
  return true;
}

function content(c: Cursor, start: number, header: Header, parent: number): YamlScalar {
  const { text, length } = c;
  const { chomp } = header;
  const first = c.at < length ? afterBreak(text, c.at) : length;
  let indent = header.digit === 0 ? -1 : Math.max(parent, 0) + header.digit;
  let line = first;
  let lastEnd = -1;
  let widest = 0;
  while (line < length) {
    let at = line;
    while (at < length && text.charCodeAt(at) === SPACE) at++;
    const width = at - line;
    const blank = at >= length || isLineEnd(text.charCodeAt(at));
    if (!blank) {
      if (indent < 0) {
        if (width <= parent) break;
        indent = width;
        if (widest > indent) fail(c, first, line, 'These blank lines are indented further than the text below them');
      }
      if (width < indent || (width === 0 && isMarker(text, at))) break;
      at = lineEnd(c, at);
    } else widest = Math.max(widest, width);
    if (!blank || (indent >= 0 && width > indent)) {
      lastEnd = at;
      c.lineStart = line;
    }
    line = at < length ? afterBreak(text, at) : length;
  }
  const empty = lastEnd < 0;
  let end = empty ? c.at : lastEnd;
  if (chomp === KEEP) end = Math.max(line, end);
  else if (chomp === CLIP && !empty && end < length) end = afterBreak(text, end);
  if (!empty) c.last = lastEnd;
  c.at = end;
  if (end > header.end && isLineEnd(text.charCodeAt(end - 1))) c.lineStart = end;
  // Without a line of text all blanks are indentation.
  const width = empty ? length : indent;
  const inner: Span = { start: innerStart(text, empty && chomp !== KEEP ? end : first, width, end), end };
  const span: Span = { start, end: Math.max(end, header.end) };
  return new YamlScalar(text, span, inner, header.style, inner.start === inner.end, width * 4 + chomp);
}

function innerStart(text: string, first: number, indent: number, end: number): number {
  let at = first;
  while (at < end && at - first < indent && text.charCodeAt(at) === SPACE) at++;
  // Of a blank line the blanks are no indentation.
  return at < end && !isLineEnd(text.charCodeAt(at)) ? at : first;
}
