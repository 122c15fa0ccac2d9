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

/** C0, DEL, C1, marks of direction, separators of lines, and halves of surrogate pairs. */
const UNPRINTABLE =
  /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(char: string): string {
  const known = ({ '\t': '\\t', '\n': '\\n', '\r': '\\r' } as const)[char];
  const code = char.charCodeAt(0).toString(16);
  return known ?? (code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, '0')}`);
}
