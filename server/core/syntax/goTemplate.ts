/** `{{ … }}` of Go's templates, which Helm puts into YAML. https://pkg.go.dev/text/template#hdr-Actions */
export interface GoAction {
  readonly start: number;
  readonly end: number;
  /** Stands for no text: `if`, `range`, `$x := …`, a comment. */
  readonly isStatement: boolean;
}

/** In order. Braces that do not close are text. */
export function goActions(text: string): readonly GoAction[] {
  const found: GoAction[] = [];
  const missing = { '`': Infinity, '*/': Infinity };
  let start = text.indexOf('{{');
  while (start >= 0) {
    const end = actionEnd(text, start + 2, missing);
    if (end.isClosed) found.push({ start, end: end.at, isStatement: STATEMENT.test(text.slice(start, start + 120)) });
    // What was gone over holds no other beginning.
    start = text.indexOf('{{', end.at);
  }
  return found;
}

const STATEMENT =
  /^\{\{-?\s{0,40}(?:\/\*|(?:if|else|end|range|with|define|block|break|continue)(?![\w.])|\$\w{0,60}\s{0,9}(?:,\s{0,9}\$\w{1,60}\s{0,9})?:?=)/;

/** Strings and comments may hold braces. `missing` keeps from where on a mark is known to be absent. */
function actionEnd(
  text: string,
  from: number,
  missing: { '`': number; '*/': number },
): { readonly at: number; readonly isClosed: boolean } {
  const jump = (mark: '`' | '*/', at: number): number => {
    const found = at >= missing[mark] ? -1 : text.indexOf(mark, at);
    if (found < 0) missing[mark] = Math.min(missing[mark], at);
    return found < 0 ? text.length : found + mark.length;
  };
  let at = from;
  while (at < text.length) {
    STOP.lastIndex = at;
    const stop = STOP.exec(text);
    if (!stop) break;
    at = stop.index;
    if (stop[0] === '}}') return { at: at + 2, isClosed: true };
    if (stop[0] === '{{') return { at, isClosed: false };
    if (stop[0] === '`') at = jump('`', at + 1);
    else if (stop[0] === '/*') at = jump('*/', at + 2);
    else at = stringEnd(text, at + 1);
  }
  return { at: text.length, isClosed: false };
}

const STOP = /\}\}|\{\{|"|`|\/\*/g;

/** A string stands on one line; without its closing quote it is only a quote. */
function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at++;
    else if (code === LF) return at;
  }
  return text.length;
}

const LF = 10;
const QUOTE = 34;
const BACKSLASH = 92;

/**
 * The text with its actions covered, so that YAML can be read over them: what stands for a value by `$`, what stands for
 * none by blanks, and whole lines by line ends, as blanks would be text in a block. Every offset stays, but no line number.
 */
export function maskGoTemplate(text: string): string {
  const actions = goActions(text);
  const parts: string[] = [];
  let kept = 0;
  for (let index = 0; index < actions.length; ) {
    const group = lineOf(text, actions, index);
    index += group.length;
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) break;
    const before = text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start);
    const isAlone = isBlank(before) && isBlank(text.slice(last.end, lineEnd(text, last.end))) && isJoined(text, group);
    const coversAll = isAlone && (group.every(action => action.isStatement) || !isInBlock(text, first.start));
    for (const { start, end, isStatement } of group) {
      const written = text.slice(start, end);
      parts.push(text.slice(kept, start));
      if (coversAll && before === '' && DEFINE.test(written)) parts.push(`---${'\n'.repeat(end - start - 3)}`);
      else parts.push((coversAll ? '\n' : isStatement ? ' ' : '$').repeat(end - start));
      kept = end;
    }
  }
  if (kept === 0) return text;
  parts.push(text.slice(kept));
  return parts.join('');
}

/** Each definition is a text of its own. */
const DEFINE = /^\{\{-?\s{0,9}define\s/;

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function isJoined(text: string, group: readonly GoAction[]): boolean {
  return group.every(({ start }, index) => isBlank(text.slice(group[index - 1]?.end ?? start, start)));
}

/** The actions from `index` on that no line end separates. */
function lineOf(text: string, actions: readonly GoAction[], index: number): readonly GoAction[] {
  let stop = -1;
  let last = index;
  for (; last + 1 < actions.length; last++) {
    const end = actions[last]?.end ?? 0;
    if (end > stop) stop = lineEnd(text, end);
    if ((actions[last + 1]?.start ?? 0) > stop) break;
  }
  return actions.slice(index, last + 1);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The first line of a block: `value: >-`, and an expression below it and further in, which is its text. */
function isInBlock(text: string, at: number): boolean {
  const end = text.lastIndexOf('\n', at - 1);
  if (end <= 0 || !/[:-] [|>][-+\d]{0,2}\s{0,9}$/.test(text.slice(Math.max(0, end - 20), end))) return false;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  return at - end - 1 > line.length - line.trimStart().length;
}
