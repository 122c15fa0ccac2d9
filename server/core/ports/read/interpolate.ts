import { concat, fromVariable, type Mapped, opaque, originOf, slice, UNKNOWN } from '../../text/mapped.ts';

/** The value of a variable, or undefined where nobody knows. */
export type Lookup = (name: string) => string | undefined;

/** dollar: `$$` is a dollar sign (Compose). backslash: `\$` is one (shell, Dockerfile). */
export type Dialect = 'dollar' | 'backslash';

/**
 * Fills in `$NAME`, `${NAME}`, `${NAME:-fallback}` and its kin, nested ones too. What nobody knows becomes `UNKNOWN`, so
 * that the rest of the text can still be read.
 * https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolate(mapped: Mapped, dialect: Dialect, lookup: Lookup = () => undefined): Mapped {
  return mapped.text.includes('$') ? fillIn(mapped, dialect, lookup, 0) : mapped;
}

/** Nesting deeper than anyone writes is left as it is, so that a hostile text cannot exhaust the stack. */
const DEEPEST = 20;

function fillIn(mapped: Mapped, dialect: Dialect, lookup: Lookup, depth: number): Mapped {
  const { text } = mapped;
  const parts: Mapped[] = [];
  let kept = 0;
  let at = text.indexOf('$');
  while (at >= 0) {
    const escaped = dialect === 'dollar' ? text[at + 1] === '$' : text[at - 1] === '\\';
    const found = escaped || depth > DEEPEST ? undefined : expressionAt(text, at);
    if (escaped && dialect === 'dollar') {
      // One of the two dollar signs stays.
      parts.push(slice(mapped, kept, at + 1));
      kept = at + 2;
    } else if (escaped) {
      parts.push(slice(mapped, kept, at - 1));
      kept = at;
    } else if (found) {
      parts.push(slice(mapped, kept, at), replacement(mapped, at, found, dialect, lookup, depth));
      kept = found.end;
    }
    at = text.indexOf('$', found ? found.end : at + (escaped && dialect === 'dollar' ? 2 : 1));
  }
  if (parts.length === 0) return mapped;
  parts.push(slice(mapped, kept, text.length));
  return concat(parts, mapped.span);
}

interface Expression {
  readonly name: string;
  /** `-`, `=`, `?` or `+`, with or without `:` before it; empty where there is none. */
  readonly operator: string;
  /** Where the word after the operator stands in the text. */
  readonly wordStart: number;
  readonly wordEnd: number;
  readonly end: number;
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

function expressionAt(text: string, at: number): Expression | undefined {
  const braced = text[at + 1] === '{';
  NAME.lastIndex = at + (braced ? 2 : 1);
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  const afterName = NAME.lastIndex;
  if (!braced) return { name, operator: '', wordStart: afterName, wordEnd: afterName, end: afterName };
  const close = closingBrace(text, afterName);
  if (close < 0) {
    // A brace that is still missing: the text is being typed, and nobody can tell where its default ends.
    const stop = text.indexOf('\n', afterName);
    const end = stop < 0 ? text.length : stop;
    return { name, operator: '?', wordStart: afterName, wordEnd: end, end };
  }
  const sign = text[afterName] === ':' ? afterName + 1 : afterName;
  const known = '-?+='.includes(text[sign] ?? '}');
  const wordStart = known ? sign + 1 : close;
  return { name, operator: known ? text.slice(afterName, wordStart) : '', wordStart, wordEnd: close, end: close + 1 };
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '$' && text[at + 1] === '{') depth++;
    else if (char === '}' && --depth === 0) return at;
    else if (char === '\n') return -1;
  }
  return -1;
}

function replacement(
  mapped: Mapped,
  at: number,
  found: Expression,
  dialect: Dialect,
  lookup: Lookup,
  depth: number,
): Mapped {
  const { name, operator } = found;
  const { span } = originOf(mapped, at, found.end);
  const value = lookup(name);
  const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'));
  const word = (): Mapped => fillIn(slice(mapped, found.wordStart, found.wordEnd), dialect, lookup, depth + 1);
  if (operator.endsWith('+')) {
    // Only a set variable brings the word in; nobody knows of one that no file sets.
    if (isSet || value === undefined) return fromVariable(word(), { name, span, from: isSet ? 'value' : 'fallback' });
    return opaque('', span);
  }
  if (isSet) return opaque(value, span, [{ name, span, from: 'value' }]);
  if (operator.endsWith('-') || operator.endsWith('=')) return fromVariable(word(), { name, span, from: 'fallback' });
  return opaque(UNKNOWN, span, [{ name, span, from: 'unknown' }]);
}
