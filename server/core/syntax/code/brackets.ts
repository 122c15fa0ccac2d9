import { keepsVariable } from './calls.ts';
import { chainName, type Element, type Frame, join, NONE, namesOf } from './frame.ts';
import { close, endElement, push, pushCall, type Walk } from './stack.ts';
import type { Token } from './token.ts';
import { skipParameters } from './words.ts';

/** Opens or closes a frame. */
export function readBracket(walk: Walk, token: Token): void {
  const { text } = token;
  if (text === '(') openRound(walk, token);
  else if (text === '[') openSquare(walk, token);
  else if (text === '{') openBraces(walk);
  else if (text === '${') push(walk, 'item', '}');
  else {
    const closed = close(walk, text);
    if (closed) afterClose(walk, closed.frame, closed.last);
  }
}

/** Brackets with a blank before them are an operand of their own where calls need none. */
function startsOperand({ language, frame }: Walk, { spaced }: Token): boolean {
  return !frame.element.operand || (spaced && (language.beside === 'call' || language.beside === 'item'));
}

/** Prepares for a bracket that is an operand. */
function besideBracket(walk: Walk): void {
  const { frame, language } = walk;
  const { element } = frame;
  if (!element.operand) return;
  if (language.beside === 'item' && frame.kind === 'list') {
    endElement(walk);
    frame.index++;
  } else if (language.beside === 'call' && element.path && !element.defines) pushCall(walk, 'command', '');
}

function openRound(walk: Walk, token: Token): void {
  const { element } = walk.frame;
  if (startsOperand(walk, token)) {
    besideBracket(walk);
    push(walk, 'group', ')');
  } else if (element.path && !element.defines && !element.typed) pushCall(walk, 'call', ')');
  else push(walk, 'group', ')');
}

function openSquare(walk: Walk, token: Token): void {
  const { element } = walk.frame;
  const isItem = element.typed || !startsOperand(walk, token);
  if (!isItem) besideBracket(walk);
  push(walk, isItem ? 'item' : 'list', ']');
}

function openBraces(walk: Walk): void {
  const { frame, language } = walk;
  const { element } = frame;
  if (language.beside === 'item' && frame.kind === 'list') besideBracket(walk);
  if (element.lookedUp && language.block === 'named') {
    push(walk, 'braces', '}', { defaultOf: element.variable });
  } else if (language.special === 'lua' && element.path && element.operand) pushCall(walk, 'call', '}');
  else if (language.block === 'named' && element.operand && element.path && !element.defines) {
    const names = element.declares ? namesOf(frame) : join(namesOf(frame), [chainName(element.path)]);
    push(walk, 'braces', '}', { names, call: undefined, args: NONE });
  } else push(walk, 'braces', '}');
  skipParameters(walk);
}

/** What a bracket that was closed is to what follows it. */
function afterClose(walk: Walk, closed: Frame, last: Element): void {
  const { element } = walk.frame;
  if (element.typed) return;
  element.literal = undefined;
  element.operand = true;
  element.lookedUp = closed.isLookup;
  if (closed.kind === 'item') readItem(walk, closed, last);
  else if (closed.kind === 'call') {
    const isTransparent = closed.isLookup || closed.call === walk.frame.call;
    const name = element.path?.at(-1);
    if (isTransparent) element.variable = closed.variable;
    else if (!keepsVariable(name)) element.variable = name;
  } else {
    if (closed.kind === 'group') element.variable = closed.variable;
    else if (closed.defaultOf === undefined) element.variable = undefined;
    if (!element.defines) element.path = undefined;
  }
}

/** `env["PORT"]` is as good as `env.PORT`. */
function readItem(walk: Walk, closed: Frame, last: Element): void {
  const { element } = walk.frame;
  const { literals } = walk;
  const { literal } = last;
  if (closed.index > 0) return;
  if (literal && literals.length === closed.from + 1 && literals.at(-1) === literal) literals.pop();
  if (literal?.kind === 'number') return;
  const name = literal?.value.text ?? last.path?.at(-1);
  if (name === undefined) return;
  (element.path ??= []).push(name);
  element.variable = name;
}
