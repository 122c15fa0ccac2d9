import type { ImageFacts } from '../../../../registry/entry.ts';
import { overlaps, type PortRange } from '../../../../registry/port.ts';
import type { Movable } from '../../facts/startedContainer.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import { once } from '../../text/once.ts';
import type { Span } from '../../text/span.ts';
import type { ProjectPort, ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import { hasOwnNetwork } from '../../workspace/compose/publishedPorts.ts';
import { createStartedContainers } from '../../workspace/containers/startedContainers.ts';
import { occurrencesIn } from '../../workspace/occurrencesIn.ts';
import type { RuleContext } from '../rule.ts';

/** A published port of a container whose image the registry knows, in any format. */
export interface ImageMapping {
  /** As the file names it. */
  readonly image: string;
  readonly known: ImageFacts;
  /** Undefined where the system chooses the port outside. */
  readonly host: Side | undefined;
  readonly container: Side;
  /** True where it is published for TCP, and only that. */
  readonly isTcp: boolean;
  readonly protocolSpan: PortOccurrence['protocolSpan'];
  /** The entry of a compose file. */
  readonly port: ProjectPort | undefined;
  /** What the container is told beside its image; looked up when asked for. */
  readonly started: () => Started | undefined;
}

interface Side extends Pick<PortOccurrence, 'span' | 'editable'> {
  readonly range: PortRange;
}

interface Started {
  readonly container: Movable;
  /** A line that somebody types: worth a note, and not a warning. */
  readonly isCommand: boolean;
  /** The same port is published for UDP too, or may be. */
  readonly hasUdp: boolean;
}

export function* imageMappings(context: RuleContext): Iterable<ImageMapping> {
  if (context.facts.compose) yield* ofServices(context);
  else yield* ofText(context);
}

function* ofServices({ facts, workspace, registry }: RuleContext): Iterable<ImageMapping> {
  for (const service of projectOf(workspace, facts.path)?.services ?? []) {
    const known = service.imageName === undefined ? undefined : registry.image(service.imageName);
    if (!known || !hasOwnNetwork(service)) continue;
    const forUdp = publishedForUdp(service);
    for (const port of service.ports) {
      const { host, container, protocols, protocolSpan, faults } = port.mapping;
      const range = writtenRange(container?.value);
      const hostRange = writtenRange(host?.value);
      if (port.path !== facts.path || !container || !range || faults.length > 0) continue;
      yield {
        image: service.image ?? known.image,
        known,
        host: host && hostRange && { span: host.span, editable: host.editable, range: hostRange },
        container: { span: container.span, editable: container.editable, range },
        isTcp: protocols?.[0] === 'tcp',
        protocolSpan,
        port,
        started: () => ({ container: service, isCommand: false, hasUdp: forUdp.some(other => overlaps(other, range)) }),
      };
    }
  }
}

/** A transport that a variable leaves open may be UDP. */
export function publishedForUdp({ ports }: ProjectService): readonly PortRange[] {
  return ports.flatMap(({ mapping }) =>
    (mapping.protocols?.[0] ?? 'udp') === 'udp' ? (writtenRange(mapping.container?.value) ?? []) : [],
  );
}

function* ofText(context: RuleContext): Iterable<ImageMapping> {
  const { facts, workspace, registry } = context;
  const udpBeside = createUdpBeside(context);
  const startedAt = createStartedContainers(workspace, facts);
  const hosts = once(
    () =>
      new Map(facts.occurrences.flatMap(each => (each.mapping?.side === 'publish' ? [[each.mapping.id, each]] : []))),
  );
  for (const occurrence of facts.occurrences) {
    const { role, owner, span, editable, protocols, protocolSpan, mapping } = occurrence;
    const image = role === 'target' ? owner?.image : undefined;
    const known = image === undefined ? undefined : registry.image(image);
    const { range } = known ? workspace.resolve(facts.path, occurrence) : {};
    if (!known || image === undefined || !range) continue;
    const host = mapping && hosts().get(mapping.id);
    const hostRange = host && workspace.resolve(facts.path, host).range;
    yield {
      image,
      known,
      host: hostRange && { span: host.span, editable: host.editable, range: hostRange },
      container: { span, editable, range },
      isTcp: protocols?.[0] === 'tcp' && protocols.length === 1,
      protocolSpan,
      port: undefined,
      started: () => {
        const started = startedAt(span.start, image);
        if (!started) return undefined;
        const hasUdp = udpBeside(started.span).some(other => !other || overlaps(other, range));
        return { container: started, isCommand: started.isCommand, hasUdp };
      },
    };
  }
}

/** The ranges that are published for UDP, or may be, within what starts a container: one for many mappings. */
function createUdpBeside({ facts, workspace }: RuleContext): (within: Span) => readonly (PortRange | undefined)[] {
  let last: Span | undefined;
  let ranges: readonly (PortRange | undefined)[] = [];
  return within => {
    if (last?.start === within.start) return ranges;
    last = within;
    ranges = occurrencesIn(facts, within)
      .filter(({ role, protocols }) => role === 'target' && (protocols?.[0] ?? 'udp') === 'udp')
      .map(occurrence => workspace.resolve(facts.path, occurrence).range);
    return ranges;
  };
}
