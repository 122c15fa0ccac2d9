import { UNKNOWN } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';

export type Address =
  /** family `both`: unset, or a form that covers IPv4 and IPv6. */
  | { readonly kind: 'any'; readonly family: 4 | 6 | 'both' }
  /** In canonical spelling: IPv6 in lower case without needless zeros, a zone (`%eth0`) kept. */
  | { readonly kind: 'ip'; readonly family: 4 | 6; readonly ip: string }
  | { readonly kind: 'host'; readonly name: string }
  /** An expression without a known value: no rule may judge it. */
  | { readonly kind: 'unknown' };

/** The local address that a socket binds. No `span` where the format's default applies. */
export interface Binding {
  readonly address: Address;
  readonly span?: Span;
}

export const EVERYWHERE: Binding = { address: { kind: 'any', family: 'both' } };

/** Reads `*` (.NET also writes `+`), an IP literal or a host name. IPv6 may stand in brackets; the empty text means every address. */
export function readAddress(text: string): Address {
  if (text.includes(UNKNOWN)) return { kind: 'unknown' };
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (bare === '' || bare === '*' || bare === '+') return { kind: 'any', family: 'both' };
  if (bare === '0.0.0.0') return { kind: 'any', family: 4 };
  if (isIPv4(bare)) return { kind: 'ip', family: 4, ip: bare };
  const six = canonicalIPv6(bare);
  if (six === undefined) return { kind: 'host', name: bare };
  return six === '::' ? { kind: 'any', family: 6 } : { kind: 'ip', family: 6, ip: six };
}

/** 127.0.0.0/8, ::1 and `localhost`: reachable from the same machine only. */
export function isLoopback(address: Address): boolean {
  if (address.kind === 'host') return address.name.toLowerCase() === 'localhost';
  return address.kind === 'ip' && (address.family === 4 ? address.ip.startsWith('127.') : address.ip === '::1');
}

/** RFC 1918, link-local and unique-local addresses: not reachable from the open internet by themselves. */
export function isPrivate(address: Address): boolean {
  if (address.kind !== 'ip') return false;
  if (address.family === 6) return /^f[cd]|^fe[89ab]/.test(address.ip);
  const [a = 0, b = 0] = address.ip.split('.').map(Number);
  return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254);
}

/** True where two sockets with these addresses cannot both have one port. An unknown address meets nothing. */
export function addressesMeet(a: Address, b: Address): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return false;
  if (a.kind === 'any' || b.kind === 'any') {
    const one = familyOf(a);
    const other = familyOf(b);
    return one === 'both' || other === 'both' || one === other;
  }
  if (a.kind === 'host' && b.kind === 'host') return a.name.toLowerCase() === b.name.toLowerCase();
  return a.kind === 'ip' && b.kind === 'ip' && a.ip === b.ip;
}

function familyOf(address: Exclude<Address, { kind: 'unknown' }>): 4 | 6 | 'both' {
  return address.kind === 'host' ? 'both' : address.family;
}

/** How a message names the address: `every address`, `127.0.0.1`. */
export function showAddress(address: Address): string {
  if (address.kind === 'any')
    return address.family === 'both' ? 'all interfaces' : address.family === 4 ? '0.0.0.0' : '[::]';
  if (address.kind === 'ip') return address.family === 6 ? `[${address.ip}]` : address.ip;
  return address.kind === 'host' ? address.name : 'an unknown address';
}

export function isIPv4(text: string): boolean {
  const parts = text.split('.');
  // Go's net.ParseIP refuses a leading zero, as its meaning (octal?) differs between programs.
  return parts.length === 4 && parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** RFC 5952 spelling of an IPv6 address, or undefined where `text` is none. */
export function canonicalIPv6(text: string): string | undefined {
  const percent = text.indexOf('%');
  const zone = percent < 0 ? '' : text.slice(percent);
  const address = percent < 0 ? text : text.slice(0, percent);
  if (zone === '%' || !address.includes(':') || address.includes(':::')) return undefined;
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const head = groups(halves[0] ?? '');
  const tail = halves.length === 2 ? groups(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  return compress([...head, ...Array<number>(missing).fill(0), ...tail]) + zone;
}

function groups(text: string): number[] | undefined {
  if (text === '') return [];
  const result: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (index === parts.length - 1 && isIPv4(part)) {
      const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
      result.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) result.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return result;
}

function compress(all: readonly number[]): string {
  let best = { at: -1, length: 1 };
  for (let at = 0; at < all.length; at++) {
    let length = 0;
    while (all[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  const hex = (part: readonly number[]): string => part.map(group => group.toString(16)).join(':');
  return best.at < 0 ? hex(all) : `${hex(all.slice(0, best.at))}::${hex(all.slice(best.at + best.length))}`;
}
