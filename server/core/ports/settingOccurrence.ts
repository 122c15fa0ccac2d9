import type { Span } from '../text/span.ts';
import { isLoopback, readAddress } from './address.ts';
import { type Namespace, type Owner, occurrenceOf, type PortOccurrence } from './occurrence.ts';
import type { SettingPort } from './read/setting.ts';
import { writtenBinding } from './read/writtenBinding.ts';

/** Where a setting stands, for `PortOccurrence`. */
export interface SettingPlace {
  /** The value without quotes. */
  readonly token: Span;
  readonly namespace: Namespace;
  readonly owner?: Owner;
  readonly path: readonly (string | number)[];
}

/** What a listener's host is to a client is its own address to the listener. */
export function settingOccurrence(port: SettingPort, place: SettingPlace): PortOccurrence {
  const { host, protocols, scheme, role, confidence } = port;
  const binds = role === 'listen' || role === 'publish';
  return occurrenceOf(port, {
    token: place.token,
    role,
    namespace: binds || role === 'target' || role === 'expose' ? place.namespace : namespaceOf(host),
    protocols,
    binding: binds ? writtenBinding(port) : undefined,
    owner: place.owner,
    host: !binds && host ? host : undefined,
    scheme,
    path: place.path,
    confidence,
  });
}

/** `localhost` is the machine or the container of whoever reads the setting, which its file does not tell. */
function namespaceOf(host: string | undefined): Namespace {
  if (!host) return { kind: 'unknown' };
  const address = readAddress(host);
  return isLoopback(address) || address.kind === 'any' ? { kind: 'unknown' } : { kind: 'remote', id: host };
}
