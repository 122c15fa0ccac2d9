import { type PortRange, showRange } from '../../../../registry/port.ts';
import { onceEach } from '../../text/onceEach.ts';
import type { ProjectService } from '../compose/composeProject.ts';
import type { Snapshot } from '../snapshot.ts';
import { isSame } from './hostUnits.ts';
import { TAKES } from './space.ts';

/** Who says that it takes a number: asked for every place that dials it. */
export interface Takers {
  inFile(path: string, range: PortRange): boolean;
  /** Something of the service says that it has the port in its container. */
  inContainer(service: ProjectService, range: PortRange): boolean;
}

export function createTakers(workspace: Snapshot): Takers {
  const inFile = onceEach((path: string) =>
    onceEach((range: string): FileTakers => {
      const places = workspace.facts(path)?.byPort.at(JSON.parse(range)) ?? [];
      const takers = places.filter(({ role }) => TAKES.has(role));
      const inside = takers.filter(({ namespace }) => namespace.kind === 'container');
      return { isAny: takers.length > 0, services: new Set(inside.flatMap(({ owner }) => owner?.name ?? [])) };
    }),
  );
  const takersOf = (path: string, range: PortRange): FileTakers => inFile(path)(JSON.stringify(range));
  const inContainer = onceEach((service: ProjectService) => {
    const known = new Map<string, boolean>();
    return (range: PortRange): boolean => {
      const found = known.get(showRange(range)) ?? find(service, range);
      known.set(showRange(range), found);
      return found;
    };
  });
  function find({ declarations, ports }: ProjectService, range: PortRange): boolean {
    const isWritten = declarations.some(({ path, service }) => takersOf(path, range).services.has(service.name));
    return (
      isWritten ||
      ports.some(
        ({ mapping: { container } }) => container?.value.kind === 'range' && isSame(container.value.range, range),
      )
    );
  }
  return {
    inFile: (path, range) => takersOf(path, range).isAny,
    inContainer: (service, range) => inContainer(service)(range),
  };
}

interface FileTakers {
  readonly isAny: boolean;
  /** Those with such a port in their containers. */
  readonly services: ReadonlySet<string>;
}
