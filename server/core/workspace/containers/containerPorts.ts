import type { ImageFacts } from '../../../../registry/entry.ts';
import type { PortRange, Protocols } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import { writtenRange } from '../../ports/value.ts';
import type { ProjectService } from '../compose/composeProject.ts';
import { serviceImage } from '../compose/serviceImage.ts';
import { occurrencesIn } from '../occurrencesIn.ts';
import type { Snapshot } from '../snapshot.ts';
import { dockerfileOf, stageChain } from './stageChain.ts';

/** A port on which a service answers inside its network, and what says so. */
export interface ContainerPort {
  readonly range: PortRange;
  /** Undefined where the place does not tell. */
  readonly protocols: Protocols | undefined;
  /** image: the registry's tables; EXPOSE: its Dockerfile; target: its `ports`; listen: variables and commands. */
  readonly from: 'image' | 'EXPOSE' | 'listen' | 'expose' | 'target';
  /** Where it is written; a port of the registry's tables has no place. */
  readonly at?: { readonly path: string; readonly occurrence: PortOccurrence };
}

export interface ContainerPorts {
  readonly ports: readonly ContainerPort[];
  /** What is known of the image that runs, or that the Dockerfile's final stage is made from. */
  readonly image: ImageFacts | undefined;
}

/** All that is known of the ports of a service, from its compose files, its Dockerfile and its image. */
export function containerPorts(workspace: Snapshot, registry: Registry, service: ProjectService): ContainerPorts {
  const name = serviceImage(workspace, service);
  const image = name === undefined ? undefined : registry.image(name);
  const known = (image?.ports ?? []).map(
    ({ ports, protocol }): ContainerPort => ({ range: ports, protocols: [protocol], from: 'image' }),
  );
  return { image, ports: [...targets(service), ...exposed(service), ...listeners(workspace, service), ...known] };
}

function targets({ ports }: ProjectService): readonly ContainerPort[] {
  return ports.flatMap(({ mapping }) => {
    const range = mapping.faults.length === 0 ? writtenRange(mapping.container?.value) : undefined;
    return range ? [{ range, protocols: mapping.protocols, from: 'target' }] : [];
  });
}

function exposed({ declarations }: ProjectService): readonly ContainerPort[] {
  const texts = declarations.flatMap(({ service }) => service.expose);
  return texts.flatMap(text => {
    const slash = text.text.indexOf('/');
    const range = writtenRange(readPort(text, 0, slash < 0 ? text.text.length : slash, '-').value);
    return range ? [{ range, protocols: undefined, from: 'expose' }] : [];
  });
}

/** What variables, commands and the Dockerfile's stages say that the service listens on. */
function listeners(workspace: Snapshot, service: ProjectService): readonly ContainerPort[] {
  const found: ContainerPort[] = [];
  const add = (facts: DocumentFacts | undefined, occurrences: readonly PortOccurrence[]): void => {
    for (const occurrence of occurrences) {
      const { role, protocols } = occurrence;
      if (!facts || (role !== 'listen' && role !== 'expose')) continue;
      const { range } = workspace.resolve(facts.path, occurrence);
      const from = role === 'expose' ? 'EXPOSE' : 'listen';
      if (range) found.push({ range, protocols, from, at: { path: facts.path, occurrence } });
    }
  };
  for (const { path, service: written } of service.declarations) {
    const facts = workspace.facts(path);
    if (facts)
      add(
        facts,
        occurrencesIn(facts, written.span).filter(({ role }) => role === 'listen'),
      );
  }
  const built = dockerfileOf(workspace, service);
  if (built) for (const { span } of stageChain(built, service.buildTarget)) add(built, occurrencesIn(built, span));
  return found;
}
