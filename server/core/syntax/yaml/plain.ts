import type { Span } from '../../text/span.ts';
import {
  AT,
  BACKTICK,
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  CR,
  GREATER,
  HASH,
  isBlank,
  isFlowIndicator,
  isGap,
  isLineEnd,
  isMarker,
  LF,
  PERCENT,
  PIPE,
  SPACE,
  TAB,
} from '../characters.ts';
import { type Cursor, fail, peekLine } from './cursor.ts';
import { looksLikeBlock } from './looksLikeBlock.ts';
import { plainAt, YamlScalar } from './yamlScalar.ts';

/** A plain scalar with the lines that go on with it: those indented further than `indent`. */
export function plainScalar(c: Cursor, indent: number, flow: boolean): YamlScalar {
  const start = c.at;
  let end = flow ? plainFlowEnd(c, start) : plainEnd(c, start);
  let exact = true;
  while (c.at < c.length && isLineEnd(c.text.charCodeAt(c.at)) && continues(c, indent, flow)) {
    const stop = c.at;
    const next = c.peekAt;
    const lineStart = c.peekStart;
    const more = flow ? plainFlowEnd(c, next) : plainEnd(c, next);
    // A line with a key is none of ours: what stands before it is a key that is still being typed.
    if (more === next || (!flow && c.at < c.length && c.text.charCodeAt(c.at) === COLON)) {
      c.at = stop;
      break;
    }
    c.lineStart = lineStart;
    end = more;
    exact = false;
  }
  c.last = end;
  if (isReserved(c.text.charCodeAt(start))) fail(c, start, end, RESERVED);
  if (exact) return plainAt(c.text, start, end);
  const span: Span = { start, end };
  return new YamlScalar(c.text, span, span, 'plain', false, 0);
}

/** A plain scalar of one line, as a key must be. */
export function plainKey(c: Cursor): YamlScalar {
  const start = c.at;
  const end = plainEnd(c, start);
  c.last = end;
  if (isReserved(c.text.charCodeAt(start))) fail(c, start, end, RESERVED);
  return plainAt(c.text, start, end);
}

const RESERVED = 'A text must not begin with this character: quote it';

function isReserved(code: number): boolean {
  return (
    code === AT ||
    code === BACKTICK ||
    code === PERCENT ||
    code === CLOSE_LIST ||
    code === CLOSE_MAP ||
    code === COMMA ||
    code === PIPE ||
    code === GREATER
  );
}

function continues(c: Cursor, indent: number, flow: boolean): boolean {
  if (!peekLine(c, c.at)) return false;
  const column = c.peekAt - c.peekStart;
  if (c.text.charCodeAt(c.peekAt) === HASH) return false;
  if (column === 0 && isMarker(c.text, c.peekAt)) return false;
  return column > indent || (flow && !looksLikeBlock(c.text, c.peekAt));
}

/** End of the plain text on the line of `from`; leaves the cursor at what stopped it: `:`, `#` or the line end. */
function plainEnd(c: Cursor, from: number): number {
  const text = c.text;
  const length = c.length;
  let at = c.plainStop.next(text, from);
  for (; at < length; at = c.plainStop.next(text, at + 1)) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      if (isGap(text, at + 1)) break;
    } else if (code === LF || code === CR) break;
    else if (code === HASH && at > from && isBlank(text.charCodeAt(at - 1))) break;
  }
  c.at = at;
  return trimmed(text, from, at);
}

/** The same between brackets, where a comma or a bracket ends it too. */
function plainFlowEnd(c: Cursor, from: number): number {
  const text = c.text;
  const length = c.length;
  let at = c.flowStop.next(text, from);
  for (; at < length; at = c.flowStop.next(text, at + 1)) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      if (isGap(text, at + 1) || isFlowIndicator(text.charCodeAt(at + 1))) break;
    } else if (code === LF || code === CR || isFlowIndicator(code)) break;
    else if (code === HASH && at > from && isBlank(text.charCodeAt(at - 1))) break;
  }
  c.at = at;
  return trimmed(text, from, at);
}

function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from) {
    const code = text.charCodeAt(end - 1);
    if (code !== SPACE && code !== TAB) break;
    end--;
  }
  return end;
}
