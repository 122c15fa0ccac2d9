import type { Caution, Claim, RegistryEntry, RelatedPort, Remark, SignOfUse, Use } from '../../../registry/entry.ts';
import type { Port, Protocol } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';

/** All that the registry knows of one port, or of one transport of it. */
export interface PortFacts {
  readonly port: Port;
  readonly protocol: Protocol | undefined;
  /** The date of IANA's snapshot. */
  readonly snapshot: string;
  readonly entries: readonly RegistryEntry[];
  readonly remarks: readonly Remark[];
  readonly uses: readonly Use[];
  /** About how many programs take the number by default. */
  readonly crowd: number;
  readonly sign: SignOfUse | undefined;
  /** Of one transport: what is registered there can be another service. */
  signOn(protocol: Protocol): SignOfUse | undefined;
  readonly claims: readonly Claim[];
  readonly cautions: readonly Caution[];
  readonly related: readonly RelatedPort[];
}

export function portFacts(registry: Registry, port: Port, protocol?: Protocol): PortFacts {
  const transports: readonly Protocol[] = protocol === undefined ? ['tcp', 'udp'] : [protocol];
  return {
    port,
    protocol,
    snapshot: registry.version.iana,
    entries: registry.assigned(port, protocol),
    remarks: registry.remarks(port),
    uses: registry.used(port, protocol),
    crowd: Math.max(...transports.map(transport => registry.crowd(port, transport))),
    sign: registry.signOfUse(port, protocol),
    signOn: transport => registry.signOfUse(port, transport),
    claims: registry.claims(port),
    cautions: registry.cautions(port, protocol),
    related: registry.related(port, protocol),
  };
}
