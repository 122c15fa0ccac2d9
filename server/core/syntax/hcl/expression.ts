import { inBrackets } from '../inBrackets.ts';
import { exactScalar } from '../sourceScalar.ts';
import { templateEnd } from '../templateWords.ts';
import { isLineEnd } from '../textCursor.ts';
import type { ListNode, Node } from '../tree.ts';
import { readBraces } from './body.ts';
import { type HclCursor, isName, nameEnd, skipComment, skipSpace } from './hclCursor.ts';
import { readHeredoc } from './heredoc.ts';
import { readString, skipString } from './string.ts';

/** Functions that give their arguments back in another wrapping. */
const WRAPPERS: ReadonlySet<string> = new Set(
  `jsonencode yamlencode base64encode tolist toset tomap list map merge concat flatten distinct compact sort sensitive
  nonsensitive setunion templatefile`.split(/\s+/),
);

/** The expression behind the cursor; undefined where there is none. In `brackets` it may go over several lines. */
export function readExpression(c: HclCursor, brackets: boolean): Node | undefined {
  const { text } = c;
  skipSpace(c, brackets);
  const start = c.at;
  const node = readLiteral(c);
  const { at: end } = c;
  skipSpace(c, false);
  if (node && endsHere(c)) return node;
  const stop = skipOperators(c, start, brackets);
  if (node && stop <= end) return node;
  return stop > start ? exactScalar(text, { start, end: stop }) : undefined;
}

function readLiteral(c: HclCursor): Node | undefined {
  const { text, at } = c;
  const char = text[at];
  if (char === '"') return readString(c);
  if (char === '<') return readHeredoc(c);
  if (char === '{' && templateEnd(c, at) >= 0) {
    c.at = templateEnd(c, at);
    return undefined;
  }
  if (char === '[' || char === '{') {
    if (isLoop(text, at + 1)) return undefined;
    return char === '{' ? readBraces(c) : readItems(c);
  }
  return readCall(c);
}

/** `[for x in y : z]` and `{for …}` */
function isLoop(text: string, from: number): boolean {
  let at = from;
  while (text[at] === ' ' || isLineEnd(text[at])) at++;
  return text.startsWith('for', at) && text[at + 3] === ' ' && isName(text[at + 4]);
}

/** The brackets at the cursor with the expressions in them. */
function readItems(c: HclCursor): ListNode {
  const { text, at: start } = c;
  const close = text[start] === '(' ? ')' : ']';
  const items: Node[] = [];
  inBrackets(c, close, () => {
    for (;;) {
      skipSpace(c, true);
      if (text[c.at] === ',') c.at++;
      else {
        const item = text[c.at] === close ? undefined : readExpression(c, true);
        if (!item) break;
        items.push(item);
      }
    }
  });
  return { kind: 'list', span: { start, end: c.at }, flow: true, items };
}

/** A call stands for its argument where that is a structure. Otherwise the cursor is behind it, or did not move. */
function readCall(c: HclCursor): Node | undefined {
  const { text, at } = c;
  const end = nameEnd(text, at);
  if (text[end] !== '(' || !WRAPPERS.has(text.slice(at, end))) return undefined;
  c.at = end;
  const list = readItems(c);
  if (!list.items.some(item => item.kind !== 'scalar' || item.style === 'literal')) return undefined;
  const [only, another] = list.items;
  return only && !another ? only : list;
}

/** True at what may follow a whole expression. */
function endsHere({ text, at }: HclCursor): boolean {
  const char = text[at];
  if (char === undefined || isLineEnd(char) || ',;]})#'.includes(char)) return true;
  return char === '/' && (text[at + 1] === '/' || text[at + 1] === '*');
}

/** Goes on to the end of an expression that began at `start`. Gives its end without the blanks there. */
function skipOperators(c: HclCursor, start: number, brackets: boolean): number {
  const { text } = c;
  let last = c.at;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last--;
  let word = -1;
  let beforeWord = last;
  let open = 0;
  while (c.at < text.length) {
    const char = text[c.at] ?? '';
    const spread = brackets || open > 0;
    if (open === 0 && ',;)]}'.includes(char)) break;
    if (isLineEnd(char) && !spread) break;
    if (char === '#' || char === '/') {
      if (!spread && endsHere(c)) break;
      if (skipComment(c, spread)) continue;
    }
    if (char === '"') skipString(c);
    else if (isName(char)) {
      word = c.at;
      beforeWord = last;
      c.at = nameEnd(text, c.at);
    } else if (char === '<' && readHeredoc(c)) word = -1;
    else if (char === '=') {
      const operator = /[=!<>]/.test(text[c.at - 1] ?? '') || /[=>]/.test(text[c.at + 1] ?? '');
      // A lone one belongs to the next attribute; what came before it on the line is the end of this expression.
      if (!operator && open === 0 && word >= 0) {
        c.at = word;
        return beforeWord;
      }
      c.at++;
    } else {
      if ('([{'.includes(char)) open++;
      else if (')]}'.includes(char)) open--;
      c.at++;
    }
    if (!/\s/.test(char)) last = c.at;
  }
  return last;
}
