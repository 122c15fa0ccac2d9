import { asPort, type PortRange } from '../../../../registry/port.ts';
import { type Mapped, originOf, UNKNOWN, type Variable } from '../../text/mapped.ts';
import type { InvalidPort, PortText, PortValue } from '../value.ts';

/** Reads `[start, end)` of `mapped.text` as a port or, where `separator` is given, as a range `a-b`. */
export function readPort(mapped: Mapped, start = 0, end: number = mapped.text.length, separator?: string): PortText {
  const text = mapped.text.slice(start, end);
  const origin = originOf(mapped, start, end);
  const value = withVariables(readValue(text, separator), text, origin.variables);
  const expression = origin.variables[0]?.span;
  const variable = origin.variables.find(({ from }) => from === 'value')?.name;
  return {
    value,
    span: origin.span,
    editable: origin.exact && variable === undefined && text !== '',
    expression,
    variable,
  };
}

function readValue(text: string, separator: string | undefined): PortValue {
  const cut = separator === undefined ? -1 : text.indexOf(separator, 1);
  const first = decimal(cut < 0 ? text : text.slice(0, cut));
  const last = cut < 0 ? first : decimal(text.slice(cut + (separator?.length ?? 1)));
  if (first === undefined || last === undefined) return malformed(text);
  const range = asRange(first, last);
  if (range) return { kind: 'range', range };
  const reason = isPortNumber(first) && isPortNumber(last) ? 'reversed' : 'out-of-range';
  return { kind: 'invalid', text, reason, first, last };
}

function asRange(first: number, last: number): PortRange | undefined {
  const from = asPort(first);
  const to = asPort(last);
  return from !== undefined && to !== undefined && from <= to ? { first: from, last: to } : undefined;
}

function isPortNumber(n: number): boolean {
  return asPort(n) !== undefined;
}

/** A sign is kept, so that `-1` is known to be out of range and not mistaken for a word. */
function decimal(text: string): number | undefined {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function malformed(text: string): InvalidPort {
  return { kind: 'invalid', text, reason: 'malformed' };
}

/** More expressions in one number than anyone writes: each name is a level of the value, and costs its readers stack. */
const MOST_NAMED = 20;

/** What came out of an expression is that expression's fallback; a value that was looked up counts as written. */
function withVariables(value: PortValue, text: string, variables: readonly Variable[]): PortValue {
  const open = variables.filter(variable => variable.from !== 'value');
  const [outer, ...inner] = open.slice(0, MOST_NAMED);
  if (!outer) return value;
  if (text.includes(UNKNOWN)) return { kind: 'variable', name: outer.name, fallback: undefined };
  const fallback = inner.reduceRight<PortValue>(
    (nested, { name }) => ({ kind: 'variable', name, fallback: nested }),
    value,
  );
  return { kind: 'variable', name: outer.name, fallback };
}
