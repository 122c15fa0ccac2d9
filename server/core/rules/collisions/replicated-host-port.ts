import { showRange, sizeOf } from '../../../../registry/port.ts';
import { basename } from '../../text/path.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import { replicasOf } from '../../workspace/compose/replicas.ts';
import { defineRule, type Rule } from '../rule.ts';
import { isForSwarm } from './isForSwarm.ts';

export const replicatedHostPort: Rule<'fixed' | 'short' | 'count' | 'replicas' | 'port'> = defineRule({
  id: 'replicated-host-port',
  summary: 'One host port for several containers of a service',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages: {
    fixed:
      '`{service}` has {count} replicas and only the first can have host port {port}: publish a range of {count}, or put a proxy before them',
    short:
      '`{service}` has {count} replicas and {port} holds {size} host ports: publish a range of {count}, or put a proxy before them',
    count:
      '{file} publishes {port} for `{service}`, which {count} replicas cannot share: publish a range of {count} there, or put a proxy before them',
    replicas: '{count} replicas are asked for here',
    port: '`{service}` publishes {port} here',
  },
  *check({ facts, workspace }) {
    const project = facts.compose && projectOf(workspace, facts.path);
    if (!project?.services.some(service => replicasOf(service))) return;
    if (isForSwarm(workspace, project)) return;
    const told = new Set<ProjectService>();
    for (const published of workspace.published(project)) {
      const { service, port, host, hostRange } = published;
      const asked = replicasOf(service);
      const size = hostPortsFor(published);
      if (!asked || asked.count < 2 || size >= asked.count) continue;
      const { count, path, span } = asked;
      const data = { service: service.name, count, size, port: showRange(hostRange), file: basename(port.path) };
      if (port.path === facts.path) {
        const message = size > 1 ? 'short' : 'fixed';
        yield {
          at: { path: facts.path, span: host.span },
          message,
          data,
          related: [{ path, span, message: 'replicas' }],
        };
      } else if (path === facts.path && !told.has(service)) {
        told.add(service);
        const related = [{ path: port.path, span: host.span, message: 'port' as const }];
        yield { at: { path, span }, message: 'count', data, related };
      }
    }
  },
});

/** How many containers the mapping has a host port for: only of a range for one container port may each take one. */
function hostPortsFor({ hostRange, containerRange }: PublishedPort): number {
  return containerRange !== undefined && sizeOf(containerRange) === 1 ? sizeOf(hostRange) : 1;
}
