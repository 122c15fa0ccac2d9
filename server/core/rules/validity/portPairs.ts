import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { settingWords } from '../../ports/read/settingName.ts';

/** Two settings that are the ends of one range: `from_port` and `to_port`, `RTP_PORT_MIN` and `RTP_PORT_MAX`. */
export interface PortPair {
  readonly lower: PortOccurrence;
  readonly upper: PortOccurrence;
}

/** In the order of the text. Both stand side by side: nothing but other settings of the same block lies between. */
export function portPairs({ occurrences, text }: DocumentFacts): readonly PortPair[] {
  const found: PortPair[] = [];
  const waiting = new Map<string, Waiting>();
  for (const port of occurrences) {
    const name = port.path.at(-1);
    const end = typeof name === 'string' && LOOK.test(name) ? endOf(name) : undefined;
    if (!end || (end.isOfRules && !isOfRule(port))) continue;
    const key = JSON.stringify([...port.path.slice(0, -1), end.pair]);
    const other = waiting.get(key);
    const isNext = other !== undefined && isNear(text, other.port, port);
    if (isNext && other.isLower !== end.isLower && !other.isOneOfSeveral) {
      found.push(end.isLower ? { lower: port, upper: other.port } : { lower: other.port, upper: port });
      waiting.delete(key);
    } else waiting.set(key, { isLower: end.isLower, port, isOneOfSeveral: isNext });
  }
  return found;
}

/** Of what a firewall lets through; ufw tells the source's port from the destination's by these words. */
function isOfRule({ role, path }: PortOccurrence): boolean {
  const isRule = role === 'allow' || role === 'deny';
  return isRule && !path.some(part => typeof part === 'string' && part.endsWith('ufw'));
}

interface Waiting {
  readonly isLower: boolean;
  readonly port: PortOccurrence;
  /** A condition chooses between them, so that nobody knows which of the other end belongs to it. */
  readonly isOneOfSeveral: boolean;
}

/** Most names have none of these in them, and need not be split. */
const LOOK = /from|to|min|max|start|end|begin|first|last|low|high|upper/i;

const ENDS: readonly (readonly [string, string])[] = [
  ['min', 'max'],
  ['minimum', 'maximum'],
  ['start', 'end'],
  ['begin', 'end'],
  ['first', 'last'],
  ['low', 'high'],
  ['lower', 'upper'],
  ['from', 'to'],
];

/** Which end a name means, and what both ends have in common. */
function endOf(
  name: string,
): { readonly pair: string; readonly isLower: boolean; readonly isOfRules: boolean } | undefined {
  // Asterisk's `rtpstart`, Samba's `minport`.
  const words = settingWords(name).flatMap(
    word => /^(.+)(start|end)$|^(min|max)(.+)$/.exec(word)?.slice(1).filter(Boolean) ?? word,
  );
  for (const [lower, upper] of ENDS) {
    const at = words.findIndex(word => word === lower || word === upper);
    if (at < 0) continue;
    // Elsewhere a port *to* which something leads is no end of a range.
    return { pair: words.with(at, upper).join(' '), isLower: words[at] === lower, isOfRules: lower === 'from' };
  }
  return undefined;
}

/** In characters: the settings of one range stand together. */
const FAR = 400;

function isNear(text: string, a: PortOccurrence, b: PortOccurrence): boolean {
  return b.span.start - a.span.end < FAR && !/[{}]/.test(text.slice(a.span.end, b.span.start));
}
