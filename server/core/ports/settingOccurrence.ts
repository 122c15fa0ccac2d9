import type { Span } from '../text/span.ts';
import { readAddress } from './address.ts';
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
  const namespace: Namespace =
    role === 'connect' || role === 'probe' || role === 'advertise'
      ? host
        ? { kind: 'remote', id: host }
        : { kind: 'unknown' }
      : place.namespace;
  return {
    span,
    token: place.token,
    editable,
    value,
    ...(expression && { expression }),
    role,
    namespace,
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
