import { UNPRINTABLE } from '../core/analysis.ts';

/**
 * Text from files for a terminal: characters that could steer it, or reorder what stands around them, are written as
 * escapes. Line breaks too, as whoever prints decides where lines end.
 */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNPRINTABLE, escaped);
}

/** One column each, so that what stands below still points to the right place. */
export function printableLine(text: string): string {
  return text.replace(UNPRINTABLE, char => (char === '\t' ? ' ' : '\uFFFD'));
}

/** JSON in which no such character stands raw; its meaning is the same. */
export function printableJson(json: string): string {
  return PLAIN.test(json)
    ? json
    : json.replace(UNPRINTABLE, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Nearly every text: the search for what is unprintable is several times slower. */
const PLAIN = /^[ -~]*$/;

function escaped(char: string): string {
  const known = ({ '\t': '\\t', '\n': '\\n', '\r': '\\r' } as const)[char];
  const code = char.charCodeAt(0).toString(16);
  return known ?? (code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, '0')}`);
}
