import { overlaps, type PortRange, showRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import { onceEach } from '../../text/onceEach.ts';
import { type ContainerPorts, containerPorts } from '../containers/containerPorts.ts';
import { mentioned } from '../mentioned.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ProjectService } from './composeProject.ts';

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
  const known = onceEach((service: ProjectService): Known => {
    const ports = containerPorts(workspace, registry, service);
    const counted = ports.ports.filter(({ from }) => !besides.includes(ROLES[from])).map(({ range }) => range);
    const single = counted.filter(({ first, last }) => first === last).map(({ first }) => first);
    const numbers = new Set<number>([...mentioned(workspace, service, besides), ...single]);
    const wide = new Map(counted.filter(({ first, last }) => first < last).map(range => [showRange(range), range]));
    return { ports, numbers, wide: [...wide.values()] };
  });
  return {
    of: service => known(service).ports,
    mayAnswer(service, range) {
      const { numbers, wide } = known(service);
      if (wide.some(each => overlaps(each, range))) return true;
      if (range.first === range.last) return numbers.has(range.first);
      return [...numbers].some(number => range.first <= number && number <= range.last);
    },
  };
}

interface Known {
  readonly ports: ContainerPorts;
  /** Numbers on which it listens, or may. */
  readonly numbers: ReadonlySet<number>;
  /** The same for ranges of several numbers, each once. */
  readonly wide: readonly PortRange[];
}

const ROLES = { image: 'listen', EXPOSE: 'expose', listen: 'listen', expose: 'expose', target: 'target' } as const;
