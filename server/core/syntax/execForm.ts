import { concat, type Mapped, opaque, slice } from '../text/mapped.ts';

/**
 * Reads `["node", "server.js"]`, the form of `CMD` and its kin that starts no shell. Undefined where the text is not a
 * JSON list of strings: Docker then takes it for a shell's command line.
 * https://docs.docker.com/reference/dockerfile/#shell-and-exec-form
 */
export function readExecForm(mapped: Mapped): readonly Mapped[] | undefined {
  const { text } = mapped;
  const words: Mapped[] = [];
  let at = skipBlanks(text, 0);
  if (text[at] !== '[') return undefined;
  at = skipBlanks(text, at + 1);
  if (text[at] === ']') return skipBlanks(text, at + 1) === text.length ? words : undefined;
  while (text[at] === '"') {
    const string = readString(mapped, at);
    if (!string) return undefined;
    words.push(string.word);
    at = skipBlanks(text, string.end);
    if (text[at] === ']') return skipBlanks(text, at + 1) === text.length ? words : undefined;
    if (text[at] !== ',') return undefined;
    at = skipBlanks(text, at + 1);
  }
  return undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? 'x')) at++;
  return at;
}

const ESCAPE = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/;

function readString(mapped: Mapped, quote: number): { readonly word: Mapped; readonly end: number } | undefined {
  const { text } = mapped;
  const parts: Mapped[] = [];
  let kept = quote + 1;
  for (let at = quote + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      parts.push(slice(mapped, kept, at));
      return { word: concat(parts, slice(mapped, quote + 1, at).span), end: at + 1 };
    }
    if (char !== '\\') continue;
    const sequence = ESCAPE.exec(text.slice(at, at + 6))?.[0];
    if (sequence === undefined) return undefined;
    parts.push(slice(mapped, kept, at), opaque(decode(sequence), slice(mapped, at, at + sequence.length).span));
    kept = at + sequence.length;
    at = kept - 1;
  }
  return undefined;
}

const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function decode(sequence: string): string {
  const char = sequence.charAt(1);
  return char === 'u' ? String.fromCharCode(Number.parseInt(sequence.slice(2), 16)) : (CONTROLS[char] ?? char);
}
