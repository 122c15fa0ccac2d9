/** An integer 0..65535, made only by `asPort`. 0 means "let the system choose". */
export type Port = number & { readonly __port: unique symbol };

/** Both ends included, `first <= last`; a single port has `first === last`. */
export interface PortRange {
  readonly first: Port;
  readonly last: Port;
}

/** A transport that has port numbers. `http` is never a Protocol. */
export type Protocol = 'tcp' | 'udp' | 'sctp' | 'dccp';

/** Never empty, without repeats, in the order in which they are written. */
export type Protocols = readonly [Protocol, ...Protocol[]];

export const PROTOCOLS: readonly Protocol[] = ['tcp', 'udp', 'sctp', 'dccp'];

/** The number as a port, or undefined where it is none (a fraction, negative, above 65535). */
export function asPort(n: number): Port | undefined {
  return Number.isInteger(n) && 0 <= n && n <= 65535 ? (n as Port) : undefined;
}

/** The lower-case name of a transport, or undefined where `text` (in any case) names none. */
export function asProtocol(text: string): Protocol | undefined {
  const name = text.toLowerCase();
  return PROTOCOLS.find(protocol => protocol === name);
}

export function single(port: Port): PortRange {
  return { first: port, last: port };
}

/** True where the two ranges have at least one number in common. */
export function overlaps(a: PortRange, b: PortRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** How many numbers the range holds, at least 1. */
export function sizeOf(range: PortRange): number {
  return range.last - range.first + 1;
}

/** True where the range holds the number. */
export function holds({ first, last }: PortRange, port: Port): boolean {
  return first <= port && port <= last;
}

/** The numbers of the range, in their order. Mostly there is one. */
export function numbersOf(range: PortRange): readonly Port[] {
  if (range.first === range.last) return [range.first];
  return Array.from({ length: sizeOf(range) }, (_, index) => (range.first + index) as Port);
}

/** A range of more than a hundred numbers says little of each of them. */
export function isWide(range: PortRange): boolean {
  return sizeOf(range) > 100;
}

/** Reads what `showRange` writes; undefined for anything else. Without a regular expression: a search reads thousands. */
export function readRange(text: string): PortRange | undefined {
  const dash = text.indexOf('-');
  const first = readPort(text, 0, dash === -1 ? text.length : dash);
  const last = dash === -1 ? first : readPort(text, dash + 1, text.length);
  return first === undefined || last === undefined || first > last ? undefined : { first, last };
}

/** One to five digits and nothing else. */
function readPort(text: string, from: number, to: number): Port | undefined {
  if (to <= from || to > from + 5) return undefined;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  return asPort(value);
}

/** `8080`, or `8000-8010`. */
export function showRange(range: PortRange): string {
  return range.first === range.last ? `${range.first}` : `${range.first}-${range.last}`;
}
