import { showRange } from '../../../../registry/port.ts';
import { indexByPort, type PortIndex } from '../../ports/portIndex.ts';
import { grouped } from '../../text/grouped.ts';
import { basename } from '../../text/path.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import { defineRule, type Rule } from '../rule.ts';
import { overrideFix } from './overrideFix.ts';

export const overrideAppendsPort: Rule<'appended' | 'first'> = defineRule({
  id: 'override-appends-port',
  summary: 'An override that publishes a second host port where a new one was meant',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    appended:
      'Compose appends to `ports`, so {container} of `{service}` is published on {port} and still on {first} of {file}: replace the list with `ports: !override`',
    first: '`{service}` publishes {container} on {first} here',
  },
  *check({ facts, workspace }) {
    if (!facts.compose?.services.some(({ ports }) => ports.length > 0)) return;
    const project = projectOf(workspace, facts.path);
    if (!project || project.id === facts.path) return;
    const published = workspace.published(project);
    const earlier = new Map(
      [...grouped(published, ({ service }) => service)].map(([service, all]) => [
        service,
        basePorts(service, all, facts.path),
      ]),
    );
    for (const here of published) {
      if (here.port.path !== facts.path || !here.containerRange) continue;
      const below =
        earlier
          .get(here.service)
          ?.at(here.containerRange)
          .slice(0, MOST)
          .filter(other => shareProtocol(here, other)) ?? [];
      const there = below.every(other => isMoved(here, other)) ? below[0] : undefined;
      if (!there) continue;
      const data = {
        service: here.service.name,
        container: showRange(here.containerRange ?? here.hostRange),
        port: showRange(here.hostRange),
        first: showRange(there.hostRange),
        file: basename(there.port.path),
      };
      yield {
        at: { path: facts.path, span: here.host.span },
        message: 'appended',
        ...(project.isOverlay && { severity: 'info' }),
        data,
        related: [{ path: there.port.path, span: there.host.span, message: 'first', data }],
        fixes: overrideFix(facts, here.service),
      };
    }
  },
});

/** Of more host ports of one container port than anyone publishes, the first ones will do. */
const MOST = 100;

/** By the number inside. What a service extends is no base of it. */
function basePorts(
  service: ProjectService,
  published: readonly PublishedPort[],
  path: string,
): PortIndex<PublishedPort> | undefined {
  const own = service.declarations.find(declaration => declaration.path === path);
  if (!own || own.service.extends || service.declarations[0] === own) return undefined;
  return indexByPort(
    () => published.filter(({ port }) => port.path !== path),
    ({ containerRange }) => containerRange,
  );
}

/** One container port behind two numbers; behind one number of two addresses both are meant. */
function isMoved({ hostRange, containerRange }: PublishedPort, there: PublishedPort): boolean {
  const shift = containerRange && hostRange.first - containerRange.first;
  return shift !== there.hostRange.first - (there.containerRange?.first ?? 0);
}

function shareProtocol({ port }: PublishedPort, there: PublishedPort): boolean {
  return port.mapping.protocols?.some(protocol => there.port.mapping.protocols?.includes(protocol)) === true;
}
