import { endElement, pushCall, type Walk } from './stack.ts';
import type { Token } from './token.ts';

/** Reads what it means that an operand stands behind another one. */
export function besides(walk: Walk, token: Token): void {
  const { frame } = walk;
  const { element } = frame;
  if (!element.operand) return;
  const { beside, colon } = walk.language;
  if (beside === 'item') {
    if (frame.kind !== 'list') return;
    endElement(walk);
    frame.index++;
  } else if (beside === 'call') {
    // `int port = 8080` of Groovy.
    const isTyped = colon === 'key' && token.kind === 'word' && walk.tokens[walk.at + 1]?.text === '=';
    if (element.path && token.spaced && !element.defines && !isTyped && !isVariable(walk))
      pushCall(walk, 'command', '');
  } else if (element.literal && token.kind === 'string') element.literal.plain = false;
}

/** `$api.Port 20` of PowerShell are two arguments of one command; a variable is no command itself. */
function isVariable({ tokens, at, language }: Walk): boolean {
  if (language.special !== 'powershell') return false;
  let first = at - 1;
  while (first > 0 && tokens[first]?.spaced === false && tokens[first]?.text.startsWith('$') === false) first--;
  return tokens[first]?.text.startsWith('$') === true;
}
