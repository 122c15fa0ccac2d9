import { isLoopback, readAddress } from './address.ts';
import { type Namespace, occurrenceOf, type PortOccurrence, type PortRole } from './occurrence.ts';
import type { CommandPort } from './read/commandLine.ts';
import type { SettingPlace } from './settingOccurrence.ts';

/** A port of a command line as an occurrence; `role` overrides that of the command, as in a health check. */
export function commandOccurrence(
  port: CommandPort,
  place: Omit<SettingPlace, 'token'>,
  role: PortRole = port.role,
): PortOccurrence {
  return occurrenceOf(port, {
    token: port.token,
    role,
    namespace: port.namespace ?? namespaceOf(port, role, place.namespace),
    protocols: port.protocols,
    protocolSpan: port.protocolSpan,
    binding: port.binding,
    mapping: port.mapping,
    owner: port.owner ?? place.owner,
    host: port.host,
    scheme: port.scheme,
    path: place.path,
    confidence: port.confidence,
  });
}

/** What is dialled lies where its host says: `localhost` is the command's own machine, and a health check's too. */
function namespaceOf({ host }: CommandPort, role: PortRole, own: Namespace): Namespace {
  if (role !== 'connect' && role !== 'probe' && role !== 'registry') return own;
  if (!host) return role === 'probe' ? own : { kind: 'unknown' };
  return role !== 'registry' && isLoopback(readAddress(host)) ? own : { kind: 'remote', id: host };
}
