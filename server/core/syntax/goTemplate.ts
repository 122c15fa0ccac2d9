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
