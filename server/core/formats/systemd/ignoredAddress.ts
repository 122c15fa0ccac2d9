import { canonicalIPv6, isIPv4 } from '../../ports/address.ts';

/** Why systemd passes over an address with no more than a line in the journal, and what was meant where that is plain. */
export interface IgnoredAddress {
  /** The wording, of those of the rule ignored-listen-address. */
  readonly message: 'number' | 'range' | 'host' | 'wildcard' | 'portless' | 'protocol' | 'list' | 'comment';
  readonly instead?: string;
}

/** Undefined where systemd listens, and where something else may fill in the text first. */
export function ignoredAddress(text: string): IgnoredAddress | undefined {
  // Paths, abstract names, sockets of virtual machines; specifiers, and the marks of templates.
  if (text === '' || /^[/@]|^vsock:|[%${}<>\uFFFC]|__|@\w+@/.test(text)) return undefined;
  const comment = /^(\S{1,255})\s+[#;]/.exec(text)?.[1];
  if (comment !== undefined) return { message: 'comment', instead: comment };
  if (/^\d{1,5}(?:[,\s]\s*\d{1,5})+$/.test(text)) return { message: 'list' };
  const protocol = /^(.{1,255}\d)\/(?:tcp|udp)$/i.exec(text)?.[1];
  if (protocol !== undefined) return { message: 'protocol', instead: protocol };
  if (isIPv4(text) || (/^\[.{2,60}\]$/.test(text) && canonicalIPv6(text.slice(1, -1)) !== undefined))
    return { message: 'portless' };
  const [, host, digits = ''] = /^(?:(.{0,255}):)?(\d{1,9}(?:-\d{1,9})?)$/.exec(text) ?? [];
  if (digits === '') return undefined;
  if (host === '' || host === '*') return { message: 'wildcard', instead: digits };
  if (host !== undefined && !isAddress(host)) return /^[\w.-]+$/.test(host) ? { message: 'host' } : undefined;
  if (digits.includes('-')) return { message: 'range' };
  return /^[1-9]/.test(digits) && Number(digits) <= 65535 ? undefined : { message: 'number' };
}

function isAddress(host: string): boolean {
  return host.startsWith('[') ? canonicalIPv6(host.slice(1, -1)) !== undefined : isIPv4(host);
}
