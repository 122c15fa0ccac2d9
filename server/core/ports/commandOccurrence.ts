import { isLoopback, readAddress } from './address.ts';
import type { Namespace, PortOccurrence, PortRole } from './occurrence.ts';
import type { CommandPort } from './read/commandLine.ts';
import type { SettingPlace } from './settingOccurrence.ts';

/** A port of a command line as an occurrence; `role` overrides that of the command, as in a health check. */
export function commandOccurrence(
  port: CommandPort,
  place: Omit<SettingPlace, 'token'>,
  role: PortRole = port.role,
): PortOccurrence {
  const { namespace, owner = place.owner, protocols, ...rest } = port;
  return {
    ...rest,
    role,
    protocols,
    namespace: namespace ?? namespaceOf(port, role, place.namespace),
    ...(owner && { owner }),
    path: place.path,
  };
}

/** What is dialled lies where its host says; the command's own machine answers to `localhost`, and to no host at all. */
function namespaceOf({ host }: CommandPort, role: PortRole, own: Namespace): Namespace {
  if (role !== 'connect' && role !== 'probe' && role !== 'registry') return own;
  if (host === undefined || host === '' || isLoopback(readAddress(host)))
    return role === 'registry' ? { kind: 'unknown' } : own;
  return { kind: 'remote', id: host };
}
