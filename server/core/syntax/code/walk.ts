import { append } from '../../text/append.ts';
import { verbatim } from '../../text/mapped.ts';
import type { Literal } from '../code.ts';
import { besides } from './besides.ts';
import { type Draft, type Frame, join, NONE, namesOf, newFrame } from './frame.ts';
import type { Language } from './language.ts';
import { readMark, readNewline } from './marks.ts';
import { defaultOf, endElement, expectOperand, indexOf, pushCall, type Walk } from './stack.ts';
import type { Token } from './token.ts';
import { readWord } from './words.ts';

/** Follows brackets, keys and calls, and gives each literal what names it. */
export function readLiterals(text: string, tokens: readonly Token[], language: Language): readonly Literal[] {
  const top = newFrame('top', '', NONE);
  const walk = { text, language, tokens, literals: [], stack: [top], open: new Map(), frame: top, scopes: 0, at: 0 };
  readAll(walk);
  return walk.literals;
}

/** Reading a token may take those after it, and moves `at` then. */
function readAll(walk: Walk): void {
  for (; walk.at < walk.tokens.length; walk.at++) {
    const token = walk.tokens[walk.at];
    if (token) readToken(walk, token);
  }
}

function readToken(walk: Walk, token: Token): void {
  if (token.kind === 'newline') readNewline(walk);
  else if (token.kind === 'mark') readMark(walk, token);
  else {
    const { element } = walk.frame;
    if (token.kind === 'flag') readFlag(walk, token);
    else if (token.kind === 'word') readWord(walk, token);
    // `hosts."example.com"` of Nix.
    else if (element.access) element.path?.push(token.value?.text ?? token.text);
    else if (token.kind === 'symbol') readSymbol(walk, token);
    else readLiteral(walk, token, token.kind);
    element.access = false;
    walk.frame.element.isEmpty = false;
  }
}

function readSymbol(walk: Walk, token: Token): void {
  besides(walk, token);
  const { element } = walk.frame;
  expectOperand(element);
  element.path = [token.text];
  element.operand = true;
}

function readLiteral(walk: Walk, token: Token, kind: 'number' | 'string'): void {
  // The type of a resource of Bicep.
  if (walk.language.beside === 'type after' && walk.frame.element.path) return;
  besides(walk, token);
  const { frame } = walk;
  const { element } = frame;
  for (const hole of token.holes ?? []) readHole(walk, hole);
  const { conversion } = frame;
  // `parseInt(port, 10)`: the base.
  const isManner = conversion !== undefined && frame.index > 0;
  const call = isManner ? conversion : frame.call;
  const fallbackOf = defaultOf(frame, element);
  const index = indexOf(frame);
  const value = token.value ?? verbatim(walk.text, token.span);
  const isElsewhere = value.span.start > token.span.end;
  // `'port': (None, check, 90100)`: nobody knows what it is.
  const isMixed = frame.kind === 'group' && frame.index > 1 && walk.literals.length - frame.from < frame.index;
  const draft: Draft = {
    kind,
    value,
    span: isElsewhere ? value.span : token.span,
    names: isManner ? join(namesOf(frame), [conversion]) : namesOf(frame),
    args: frame.args,
    plain:
      !element.computed &&
      !(element.literal && kind === 'string') &&
      (kind === 'string' || (PLAIN.test(value.text) && !isMixed)),
    scope: frame.scope,
    ...(call !== undefined && { call }),
    ...(index !== undefined && { index }),
    ...(fallbackOf !== undefined && { fallbackOf }),
  };
  expectOperand(element);
  element.operand = true;
  element.literal = draft;
  element.computed = false;
  element.typed = false;
  walk.literals.push(draft);
}

const PLAIN = /^(?:\d[\d_]*|0[xX][\da-fA-F_]+)$/;

/** Only the defaults of a program within a string count: its other numbers are formats and sums. */
function readHole(walk: Walk, tokens: readonly Token[]): void {
  const { call, args, scope } = walk.frame;
  const top: Frame = { ...newFrame('top', '', namesOf(walk.frame)), call, args, scope, place: indexOf(walk.frame) };
  const inner: Walk = { ...walk, tokens, literals: [], stack: [top], open: new Map(), frame: top, at: 0 };
  readAll(inner);
  walk.scopes = inner.scopes;
  append(
    walk.literals,
    inner.literals.filter(({ fallbackOf }) => fallbackOf !== undefined),
  );
}

/** `-LocalPort 80` of PowerShell. */
function readFlag(walk: Walk, token: Token): void {
  if (walk.frame.element.path && walk.frame.kind !== 'command') pushCall(walk, 'command', '');
  endElement(walk);
  const { element } = walk.frame;
  element.keys = [token.text];
  element.hasKey = true;
  element.isEmpty = false;
}
