import { verbatim } from '../../text/mapped.ts';
import { readBracket } from './brackets.ts';
import { closeCommands, endElement, expectOperand, isCall, takeKey, type Walk } from './stack.ts';
import type { Token } from './token.ts';
import { readFallback } from './words.ts';

/** A bracket, a separator or an operator. */
export function readMark(walk: Walk, token: Token): void {
  const { text } = token;
  if (BRACKETS.has(text)) readBracket(walk, token);
  else if (text === ',') readComma(walk);
  else if (text === ';') {
    closeCommands(walk);
    endElement(walk);
  } else {
    walk.frame.element.isEmpty = false;
    readOperator(walk, text);
  }
}

const BRACKETS: ReadonlySet<string> = new Set('( ) [ ] { } ${'.split(' '));

function readOperator(walk: Walk, text: string): void {
  const { language, frame } = walk;
  const { element } = frame;
  if (language.access.has(text)) element.access = element.operand;
  else if (language.keys.has(text) || ASSIGNMENTS.has(text)) readAssignment(walk, text);
  else if (language.fallbacks.has(text)) readFallback(walk);
  else if (text === '?') {
    element.ternaries++;
    expectOperand(element);
  } else if (text === ':') readColon(walk);
  else if (text === '..' && joinRange(walk)) return;
  else if (text === '<<' && language.special === 'ruby' && element.path) takeKey(walk);
  else if (text === '?:') element.typed = true;
  else if (COMPUTING.has(text)) {
    // `*args` computes nothing.
    const isPrefix = !element.operand && text !== '-';
    if (element.literal) element.literal.plain = false;
    expectOperand(element);
    element.computed = !isPrefix;
  } else if (text !== '++' && text !== '--') expectOperand(element);
}

const ASSIGNMENTS: ReadonlySet<string> = new Set('= := += ||= ??= .='.split(' '));

const COMPUTING: ReadonlySet<string> = new Set(
  '+ - * / % ** // ^ & ~ < > <= >= << >> <> .. . -= *= /= -lt -gt -le -ge'.split(' '),
);

function readAssignment(walk: Walk, text: string): void {
  const { element } = walk.frame;
  const { variable } = element;
  // `port: number = 80`, `{ port: p = 80 }`.
  if (element.isLabelled && walk.language.colon === 'type' && text === '=') expectOperand(element);
  else takeKey(walk);
  if (text === '||=' || text === '??=') walk.frame.element.fallbackOf = variable;
}

function readComma(walk: Walk): void {
  const { frame, language } = walk;
  const { keys, hasKey } = frame.element;
  // `PORTS = 80, 443` of Python, `-Port 80, 443` of PowerShell.
  const goesOn =
    hasKey &&
    ((language.special === 'python' && frame.kind === 'top') || (language.special === 'powershell' && isCall(frame)));
  endElement(walk);
  if (goesOn) {
    frame.element.keys = keys;
    frame.element.hasKey = true;
  } else frame.index++;
}

function readColon(walk: Walk): void {
  const { frame, language } = walk;
  const { element } = frame;
  const isStatement = element.declares || element.defines;
  const isKey =
    language.colon === 'key' ||
    (frame.kind === 'braces' && !isStatement && language.block === 'plain' && language.colon === 'type');
  if (element.ternaries > 0) {
    element.ternaries--;
    expectOperand(element);
  } else if (isStatement && (language.special === 'php' || (language.special === 'python' && frame.kind === 'top'))) {
    endElement(walk);
  } else if (isKey) {
    takeKey(walk);
    element.isLabelled = true;
  } else if (language.colon !== 'type' || frame.kind === 'list' || frame.kind === 'item' || !element.path) {
    expectOperand(element);
  } else element.typed = true;
}

/** `2200..2250`: takes the end too. */
function joinRange(walk: Walk): boolean {
  const { literal } = walk.frame.element;
  const next = walk.tokens[walk.at + 1];
  if (literal?.kind !== 'number' || next?.kind !== 'number' || walk.language.special === 'lua') return false;
  literal.kind = 'range';
  literal.span = { start: literal.span.start, end: next.span.end };
  literal.value = verbatim(walk.text, literal.span);
  walk.at++;
  return true;
}

/** Ends a statement where the language and what stands around the line's end say so. */
export function readNewline(walk: Walk): void {
  const { language, tokens, at, frame } = walk;
  if (language.beside === 'type after' && frame.kind === 'list' && !frame.element.isEmpty) {
    // Lines separate the items of Bicep.
    endElement(walk);
    frame.index++;
  }
  if (!language.newlines || (frame.element.isEmpty && frame.kind !== 'command')) return;
  if (frame.kind !== 'top' && frame.kind !== 'braces' && frame.kind !== 'do' && frame.kind !== 'command') return;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const always = language.special === 'python' && frame.kind === 'top';
  if (!always) {
    if (before?.kind === 'mark' && !ENDING.has(before.text)) return;
    if (next?.kind === 'mark' && CONTINUING.has(next.text)) return;
  }
  closeCommands(walk);
  endElement(walk);
}

const ENDING: ReadonlySet<string> = new Set(') ] } ++ -- ! |'.split(' '));
const CONTINUING: ReadonlySet<string> = new Set('. ?. &. || && ?? ?: ? : |> + = => ->'.split(' '));
