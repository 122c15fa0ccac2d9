import { l10n } from 'vscode';
import type { Listener } from '../../server/protocol.ts';

/** `8080/tcp` */
export function listenerName({ port, protocol }: Pick<Listener, 'port' | 'protocol'>): string {
  return `${port}/${protocol}`;
}

/** `java (pid 4711)`; the system does not tell everybody of everything. */
export function processWords({ process }: Pick<Listener, 'process'>): string {
  if (process === undefined) return l10n.t('unknown program');
  return l10n.t('{0} (pid {1})', process.name, process.pid);
}

/** Who reaches it, where the addresses tell. */
export function addressWords(addresses: readonly string[]): string {
  if (isEverywhere(addresses)) return l10n.t('all addresses');
  if (addresses.every(isLoopback)) return l10n.t('this machine only');
  return addresses.join(', ');
}

function isEverywhere(addresses: readonly string[]): boolean {
  return addresses.some(address => address === '0.0.0.0' || address === '::' || address === '*');
}

function isLoopback(address: string): boolean {
  return address === '::1' || address === 'localhost' || /^(?:::ffff:)?127\./.test(address);
}
