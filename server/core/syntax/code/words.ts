import { besides } from './besides.ts';
import { keepsVariable } from './calls.ts';
import { chainName, join, NONE, namesOf } from './frame.ts';
import { close, closeCommands, expectOperand, push, type Walk } from './stack.ts';
import type { Token } from './token.ts';

/** A name, a keyword, a member behind a dot, or a type. */
export function readWord(walk: Walk, token: Token): void {
  const { element } = walk.frame;
  if (element.access) readMember(walk, token);
  else if (!isKey(walk) && readKeyword(walk, token.text)) return;
  else if (!element.typed && !(walk.language.beside === 'type after' && element.path)) readName(walk, token);
}

/** False where the word is none of those that the language keeps for itself. */
function readKeyword(walk: Walk, text: string): boolean {
  const { language, frame } = walk;
  const { element } = frame;
  const hasEnd = language.openers.size > 0;
  if (language.openers.has(text) && startsBlock(walk)) frame.blocks++;
  if (hasEnd && text === 'do') openDo(walk);
  else if (hasEnd && text === 'end') closeEnd(walk);
  else if (language.fallbacks.has(text)) readFallback(walk);
  else if (language.definers.has(text)) {
    element.defines = true;
    expectOperand(element);
  } else if (language.keywords.has(text)) {
    element.declares = true;
    element.typed = false;
    element.loops ||= LOOPS.has(text);
    expectOperand(element);
  } else return false;
  return true;
}

function readName(walk: Walk, token: Token): void {
  besides(walk, token);
  const { element } = walk.frame;
  expectOperand(element);
  element.path = namesIn(walk, token.text);
  element.variable = element.path.at(-1);
  element.operand = true;
  element.computed = false;
}

const LOOPS: ReadonlySet<string> = new Set(['while', 'until', 'for']);

function namesIn({ language }: Walk, text: string): string[] {
  if (language.special !== 'php' && language.special !== 'powershell') return [text];
  return text.replace(/^\$/, '').split(':');
}

/** Any word may be one. */
function isKey({ tokens, at }: Walk): boolean {
  const next = tokens[at + 1];
  return next?.kind === 'mark' && (next.text === '=>' || (next.text === ':' && !next.spaced));
}

function startsBlock({ tokens, at }: Walk): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === 'newline' || before.kind === 'mark';
}

function readMember({ frame }: Walk, { text }: Token): void {
  const { element } = frame;
  const { literal } = element;
  if (literal) {
    if (literal.kind !== 'string' && !/^(?:to_[si]|toString|toInt|toLong)$/.test(text)) literal.plain = false;
    element.literal = undefined;
  }
  (element.path ??= []).push(text);
  element.operand = true;
  if (!keepsVariable(text)) element.variable = text;
}

/** `a || b`: what follows is the default of what stands before. */
export function readFallback({ frame }: Walk): void {
  const { element } = frame;
  if (element.variable !== undefined) element.fallbackOf ??= element.variable;
  expectOperand(element);
}

function openDo(walk: Walk): void {
  const command = walk.frame.kind === 'command' ? walk.frame : undefined;
  closeCommands(walk);
  const { frame } = walk;
  const { element } = frame;
  if (element.loops) return;
  const isNamed = !element.declares && !element.defines;
  const named = command?.names ?? join(namesOf(frame), element.path ? [chainName(element.path)] : NONE);
  push(walk, 'do', 'end', { names: isNamed ? named : namesOf(frame), call: undefined, args: NONE });
  skipParameters(walk);
}

/** `|config|` */
export function skipParameters(walk: Walk): void {
  const { tokens, at } = walk;
  if (tokens[at + 1]?.text !== '|') return;
  for (let end = at + 2; end < tokens.length && end < at + LONGEST_PARAMETERS; end++) {
    if (tokens[end]?.text === '|') {
      walk.at = end;
      return;
    }
  }
}

const LONGEST_PARAMETERS = 40;

function closeEnd(walk: Walk): void {
  closeCommands(walk);
  const { frame } = walk;
  if (frame.blocks > 0) frame.blocks--;
  else close(walk, 'end');
  expectOperand(walk.frame.element);
  walk.frame.element.operand = true;
}
