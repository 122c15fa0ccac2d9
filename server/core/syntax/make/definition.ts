import type { Span } from '../../text/span.ts';

export type Operator = '=' | ':=' | '?=' | '+=';

/** What a line that is no recipe says. Offsets in the source. */
export type Statement =
  | { readonly kind: 'none' }
  | { readonly kind: 'define'; readonly name: string; readonly nameSpan: Span; readonly operator: Operator }
  | {
      readonly kind: 'set';
      readonly name: string;
      readonly nameSpan: Span;
      readonly operator: Operator;
      readonly valueStart: number;
      readonly target?: string;
      /** `!=`: the value is what a command prints. */
      readonly isShell: boolean;
    }
  | { readonly kind: 'rule'; readonly target: string; readonly recipeStart?: number };

export function readDefinition(text: string, start: number, end: number): Statement {
  const line = text.slice(start, end);
  const define = DEFINE.exec(line);
  if (define) {
    const name = define[2] ?? '';
    const at = start + (define[1] ?? '').length;
    return {
      kind: 'define',
      name,
      nameSpan: { start: at, end: at + name.length },
      operator: operatorOf(define[3] ?? '='),
    };
  }
  const whole = readSet(line, 0, start);
  if (whole) return whole;
  const colon = separatorAt(line);
  if (colon < 0 || DIRECTIVE.test(line)) return { kind: 'none' };
  const target = line.slice(0, colon).trim();
  const after = line.charAt(colon + 1) === ':' ? colon + 2 : colon + 1;
  const own = readSet(line, after, start);
  if (own) return { ...own, target };
  const recipe = line.indexOf(';', after);
  return { kind: 'rule', target, ...(recipe < 0 ? {} : { recipeStart: start + recipe + 1 }) };
}

const DEFINE =
  /^((?:[ \t]{0,99}(?:override|export|private)[ \t])?[ \t]{0,99}define[ \t]{1,99})([^\s=:?+]+)[ \t]{0,99}([:?+!]{0,3}=)?/;
const DIRECTIVE = /^[ \t]*(?:-?include|sinclude|ifn?eq|ifn?def|else|endif|vpath|unexport|undefine)\b/;

/** `export PORT ?= 80` from `from` on; a name holds no blanks. */
function readSet(line: string, from: number, start: number): Extract<Statement, { kind: 'set' }> | undefined {
  SET.lastIndex = from;
  const found = SET.exec(line);
  const [all, before, name, blanks, operator] = found ?? [];
  if (all === undefined || before === undefined || name === undefined || operator === undefined) return undefined;
  const at = start + from + before.length;
  return {
    kind: 'set',
    name,
    nameSpan: { start: at, end: at + name.length },
    operator: operatorOf(operator),
    valueStart: at + name.length + (blanks ?? '').length + operator.length + blanksAfter(line, from + all.length),
    isShell: operator === '!=',
  };
}

const SET =
  /([ \t]{0,99}(?:(?:export|override|private)[ \t]{1,99}){0,3})([^\s:=?+!#]+)([ \t]{0,99})(:{0,3}=|\?=|\+=|!=)/y;

function blanksAfter(line: string, at: number): number {
  let end = at;
  while (line.charAt(end) === ' ' || line.charAt(end) === '\t') end++;
  return end - at;
}

function operatorOf(written: string): Operator {
  return written === '?=' || written === '+=' ? written : written.startsWith(':') ? ':=' : '=';
}

/** The colon of a rule, outside of `$(…)`. */
function separatorAt(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '(' || char === '{') depth++;
    else if (char === ')' || char === '}') depth--;
    else if (char === ':' && depth <= 0) return at;
  }
  return -1;
}

/** Where the comment of a line starts; -1 where it has none. */
export function commentStart(text: string, start: number, end: number): number {
  const line = text.slice(start, end);
  for (let at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
    if (text.charAt(start + at - 1) !== '\\') return start + at;
  }
  return -1;
}
