import { projectOf } from '../../workspace/compose/projectOf.ts';
import { defineRule, type Rule } from '../rule.ts';
import { isForSwarm } from './isForSwarm.ts';
import { networkModePlace } from './networkModePlace.ts';

/** https://docs.docker.com/reference/compose-file/services/#network_mode */
const SHARED = /^(service|container):(.+)$/;

export const portOnSharedNetwork: Rule<'service' | 'container' | 'overlay' | 'network' | 'mapping'> = defineRule({
  id: 'port-on-shared-network',
  summary: 'Published ports of a container that has the network of another one',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages: {
    service:
      '`{service}` has the network of `{other}`, so Docker refuses to publish its ports: move this mapping to `{other}`',
    container:
      '`{service}` has the network of container `{other}`, so Docker refuses to publish its ports: publish them where that container is started',
    overlay:
      '`{service}` takes the network of `{other}` here and keeps its `ports` from {file}, which Docker refuses to publish: drop them with `ports: !reset []`',
    network: 'The network is chosen here',
    mapping: '`{service}` publishes this',
  },
  *check({ facts, workspace }) {
    const project = facts.compose && projectOf(workspace, facts.path);
    const services = project?.services.filter(({ networkMode }) => SHARED.test(networkMode ?? '')) ?? [];
    if (!project || services.length === 0 || isForSwarm(workspace, project)) return;
    for (const service of services) {
      const [, kind, other] = SHARED.exec(service.networkMode ?? '') ?? [];
      const network = kind === undefined ? undefined : networkModePlace(service);
      const [first] = service.ports;
      if (!network || !first || other === undefined) continue;
      const own = service.ports.filter(({ path }) => path === facts.path);
      const data = { service: service.name, other, file: first.path.slice(first.path.lastIndexOf('/') + 1) };
      for (const { entry } of own) {
        yield {
          at: { path: facts.path, span: entry.span },
          message: kind === 'service' ? 'service' : 'container',
          data,
          related: [{ ...network, message: 'network' }],
        };
      }
      if (own.length > 0 || network.path !== facts.path) continue;
      yield {
        at: network,
        message: 'overlay',
        data,
        related: [{ path: first.path, span: first.entry.span, message: 'mapping' }],
      };
    }
  },
});
