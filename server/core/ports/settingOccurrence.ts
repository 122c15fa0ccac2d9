import type { Span } from '../text/span.ts';
import { isLoopback, readAddress } from './address.ts';
import type { Namespace, Owner, PortOccurrence } from './occurrence.ts';
import type { SettingPort } from './read/setting.ts';

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
  const { host, hostSpan, protocols, scheme, span, editable, value, expression, role, confidence } = port;
  const binds = role === 'listen' || role === 'publish';
  return {
    span,
    token: place.token,
    editable,
    value,
    ...(expression && { expression }),
    role,
    namespace: binds || role === 'target' || role === 'expose' ? place.namespace : namespaceOf(host),
    protocols,
    ...(binds &&
      host !== undefined && { binding: { address: readAddress(host), ...(hostSpan && { span: hostSpan }) } }),
    ...(place.owner && { owner: place.owner }),
    ...(!binds && host && { host }),
    ...(scheme !== undefined && { scheme }),
    path: place.path,
    confidence,
  };
}

/** `localhost` is the machine or the container of whoever reads the setting, which its file does not tell. */
function namespaceOf(host: string | undefined): Namespace {
  if (!host) return { kind: 'unknown' };
  const address = readAddress(host);
  return isLoopback(address) || address.kind === 'any' ? { kind: 'unknown' } : { kind: 'remote', id: host };
}
