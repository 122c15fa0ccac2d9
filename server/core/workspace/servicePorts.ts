import { overlaps, type PortRange } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import type { PortRole } from '../ports/occurrence.ts';
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

/** `besides`: what stands in places with these roles is no sign of a listener. */
export function createServicePorts(
  workspace: Snapshot,
  registry: Registry,
  besides: readonly PortRole[] = [],
): ServicePorts {
  const known = new Map<ProjectService, Known>();
  const lookUp = (service: ProjectService): Known => {
    const found = known.get(service) ?? {
      ports: containerPorts(workspace, registry, service),
      hints: mentioned(workspace, service, besides),
    };
    known.set(service, found);
    return found;
  };
  return {
    of: service => lookUp(service).ports,
    mayAnswer(service, range) {
      const { ports, hints } = lookUp(service);
      const isKnown = ports.ports.some(
        ({ from, range: own }) => !besides.includes(ROLES[from]) && overlaps(own, range),
      );
      if (isKnown || range.first === range.last) return isKnown || hints.has(range.first);
      return [...hints].some(number => range.first <= number && number <= range.last);
    },
  };
}

interface Known {
  readonly ports: ContainerPorts;
  readonly hints: ReadonlySet<number>;
}

const ROLES = { image: 'listen', EXPOSE: 'expose', listen: 'listen', expose: 'expose', target: 'target' } as const;
