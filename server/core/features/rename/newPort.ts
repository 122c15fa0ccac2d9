import { asPort, type PortRange, showRange, sizeOf } from '../../../../registry/port.ts';

/** Reads what somebody typed in place of a port; a text says what is wrong with it. */
export function readNewPort(typed: string, old: PortRange): PortRange | string {
  const text = typed.trim();
  const [, first, last = first] = /^(\d{1,9})(?:\s*[-:]\s*(\d{1,9}))?$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return `\`${text}\` is no port: write a number from 1 to 65535`;
  const range = rangeOf(Number(first), Number(last));
  if (!range) return wrong(Number(first), Number(last));
  if (sizeOf(range) === sizeOf(old)) return range;
  const size = sizeOf(old);
  const fitting = asPort(range.first + size - 1);
  const example = fitting === undefined ? '' : `, such as ${showRange({ first: range.first, last: fitting })}`;
  return size === 1
    ? `${showRange(old)} is one port, and ${showRange(range)} are ${sizeOf(range)}: give one`
    : `${showRange(old)} are ${size} ports: give as many${example}`;
}

function rangeOf(first: number, last: number): PortRange | undefined {
  const [from, to] = [asPort(first), asPort(last)];
  return from !== undefined && to !== undefined && from > 0 && from <= to ? { first: from, last: to } : undefined;
}

function wrong(first: number, last: number): string {
  if (first === 0) return 'Port 0 lets the system choose: give a number from 1 to 65535';
  if (asPort(first) === undefined || asPort(last) === undefined)
    return `${asPort(first) === undefined ? first : last} is no port: numbers run from 1 to 65535`;
  return `The range runs backwards: did you mean ${last}-${first}?`;
}
