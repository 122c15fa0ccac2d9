import type { ImageFacts } from '../../../../registry/entry.ts';
import { overlaps, type PortRange } from '../../../../registry/port.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import type { ProjectPort, ProjectService } from '../../workspace/composeProject.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Movable } from '../../workspace/mayMove.ts';
import { occurrencesIn } from '../../workspace/occurrencesIn.ts';
import { projectOf } from '../../workspace/projectOf.ts';
import { createStartedContainers } from '../../workspace/startedContainers.ts';
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
  const { facts, workspace } = context;
  if (facts.compose) yield* ofServices(context);
  const startedAt = createStartedContainers(workspace, facts);
  for (const port of workspace.hostPorts(facts.path))
    if (!port.published && port.role === 'publish') yield* ofText(context, port, startedAt);
}

function* ofServices({ facts, workspace, registry }: RuleContext): Iterable<ImageMapping> {
  const project = projectOf(workspace, facts.path);
  const hosts = new Map(workspace.hostPorts(facts.path).map(({ span, published }) => [published?.port, span]));
  for (const service of project?.services ?? []) {
    const known = service.imageName === undefined ? undefined : registry.image(service.imageName);
    if (!known || service.networkMode !== undefined) continue;
    for (const port of service.ports) {
      const { host, container, protocols, protocolSpan, faults } = port.mapping;
      const range = writtenRange(container?.value);
      const hostRange = writtenRange(host?.value);
      if (port.path !== facts.path || !container || !range || faults.length > 0) continue;
      // Port 0 outside, or a variable that may be empty.
      if (host && (!hostRange || !hosts.has(port))) continue;
      yield {
        image: service.image ?? known.image,
        known,
        host: host && hostRange && { span: host.span, editable: host.editable, range: hostRange },
        container: { span: container.span, editable: container.editable, range },
        isTcp: protocols?.[0] === 'tcp',
        protocolSpan,
        port,
        started: () => ({ container: service, isCommand: false, hasUdp: hasUdp(service, range) }),
      };
    }
  }
}

/** A transport that a variable leaves open may be UDP. */
function hasUdp({ ports }: ProjectService, asked: PortRange): boolean {
  return ports.some(({ mapping }) => {
    const range = writtenRange(mapping.container?.value);
    return (mapping.protocols?.[0] ?? 'udp') === 'udp' && range !== undefined && overlaps(range, asked);
  });
}

function* ofText(
  { facts, workspace, registry }: RuleContext,
  { image, span, editable, range, container, containerRange, protocols, occurrence }: HostPort,
  startedAt: ReturnType<typeof createStartedContainers>,
): Iterable<ImageMapping> {
  const known = image === undefined ? undefined : registry.image(image);
  if (!known || image === undefined || !container || !containerRange) return;
  yield {
    image,
    known,
    host: { span, editable, range },
    container: { span: container.span, editable: container.editable, range: containerRange },
    isTcp: protocols?.[0] === 'tcp' && protocols.length === 1,
    protocolSpan: occurrence?.protocolSpan,
    port: undefined,
    started: () => {
      const started = startedAt(span.start, image);
      if (!started) return undefined;
      const beside = occurrencesIn(facts, started.span).filter(({ role }) => role === 'target');
      const hasUdp = beside.some(
        other =>
          (other.protocols?.[0] ?? 'udp') === 'udp' &&
          overlaps(workspace.resolve(facts.path, other).range ?? containerRange, containerRange),
      );
      return { container: started, isCommand: started.isCommand, hasUdp };
    },
  };
}
