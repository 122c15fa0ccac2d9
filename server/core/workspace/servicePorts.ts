import { holds, overlaps, type Port, type PortRange } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import type { ProjectService } from './composeProject.ts';
import { type ContainerPorts, containerPorts } from './containerPorts.ts';
import { mentioned } from './mentioned.ts';
import type { Snapshot } from './snapshot.ts';

/** The ports of services, for many questions about the same few. */
export interface ServicePorts {
  of(service: ProjectService): ContainerPorts;
  /** True where it is known to listen on some number of the range, or where something unread hints at it. */
  mayAnswer(service: ProjectService, range: PortRange): boolean;
}

export function createServicePorts(workspace: Snapshot, registry: Registry): ServicePorts {
  const known = new Map<ProjectService, { readonly ports: ContainerPorts; readonly hints: ReadonlySet<number> }>();
  const lookUp = (service: ProjectService): { readonly ports: ContainerPorts; readonly hints: ReadonlySet<number> } => {
    const found = known.get(service) ?? {
      ports: containerPorts(workspace, registry, service),
      hints: mentioned(workspace, service),
    };
    known.set(service, found);
    return found;
  };
  return {
    of: service => lookUp(service).ports,
    mayAnswer(service, range) {
      const { ports, hints } = lookUp(service);
      if (ports.ports.some(port => overlaps(port.range, range))) return true;
      return range.first === range.last
        ? hints.has(range.first)
        : [...hints].some(number => holds(range, number as Port));
    },
  };
}
