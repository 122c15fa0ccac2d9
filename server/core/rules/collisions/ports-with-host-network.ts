import type { ProjectPort, ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { isAsWritten } from './asWritten.ts';
import { discardedOptions } from './discardedOptions.ts';
import { isForSwarm } from './isForSwarm.ts';
import { networkModePlace } from './networkModePlace.ts';
import { removePortsFix } from './removePortsFix.ts';

type Message = 'service' | 'run' | 'network';

export const portsWithHostNetwork: Rule<Message> = defineRule({
  id: 'ports-with-host-network',
  summary: 'Published ports of a container that has the network of its host',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    service:
      '`{service}` has the network of its host, so this mapping is discarded and the program answers on the ports that it listens on: remove `ports`, or `network_mode: host`',
    run: 'With `{option}` this mapping is discarded, and the program answers on the ports that it listens on: remove one of the two',
    network: "The host's network is chosen here",
  },
  *check(context) {
    if (context.facts.compose) yield* ofServices(context);
    else yield* discardedOptions(context);
  },
});

function* ofServices({ facts, workspace }: RuleContext): Iterable<RawFinding<Message>> {
  const project = projectOf(workspace, facts.path);
  const services = project?.services.filter(({ networkMode }) => networkMode === 'host') ?? [];
  if (!project || services.length === 0 || isForSwarm(workspace, project)) return;
  for (const service of services) {
    const network = networkModePlace(service);
    // An overlay may well take the host's network for a while, and knows that the ports of its base go.
    if (!network || (project.isOverlay && network.path !== facts.path)) continue;
    for (const port of service.ports) {
      if (port.path !== facts.path) continue;
      yield {
        at: { path: facts.path, span: port.entry.span },
        message: 'service',
        ...(isAsWritten(port.mapping.host, port.mapping.container, port.mapping.binding.address) && {
          severity: 'info',
        }),
        data: { service: service.name },
        related: [{ ...network, message: 'network' }],
        fixes: network.path === facts.path ? fixes(service, port) : [],
      };
    }
  }

  function fixes(service: ProjectService, port: ProjectPort): ReturnType<typeof removePortsFix> {
    const own = service.declarations.find(declaration => declaration.service.ports.includes(port.entry));
    return removePortsFix(facts, own?.service);
  }
}
