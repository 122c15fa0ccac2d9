import { commandOccurrence } from '../../ports/commandOccurrence.ts';
import type { CommandPort } from '../../ports/read/commandValue.ts';
import { type Token, tokensOf } from '../../ports/read/firewall/tokens.ts';
import { fillPlaceholders, MUSTACHE } from '../../ports/read/placeholders.ts';
import { verbatim } from '../../text/mapped.ts';
import type { FormatFacts, Source } from '../format.ts';

/** Reads a file of rules in a firewall's own language. */
export function readRuleFile(
  { text }: Source,
  read: (tokens: readonly Token[]) => readonly CommandPort[],
): FormatFacts {
  const { tokens, comments } = tokensOf(fillPlaceholders(verbatim(text, { start: 0, end: text.length }), MUSTACHE));
  const ports = read(tokens);
  return {
    occurrences: ports.map((port, index) => commandOccurrence(port, { namespace: { kind: 'unknown' }, path: [index] })),
    comments: comments.map(span => ({ span, alone: isAlone(text, span.start) })),
    contentStart: tokens.find(token => token.text !== '\n')?.mapped.span.start ?? text.length,
  };
}

function isAlone(text: string, start: number): boolean {
  let at = start - 1;
  while (text[at] === ' ' || text[at] === '\t') at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}
