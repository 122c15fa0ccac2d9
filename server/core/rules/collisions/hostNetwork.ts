import { showRange } from '../../../../registry/port.ts';
import { indexByPort } from '../../ports/portIndex.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { type Bound, wantSame } from './bound.ts';
import { isForSwarm } from './isForSwarm.ts';
import type { BesideMessage } from './messages.ts';
import { networkModePlace } from './networkModePlace.ts';
import { listeners } from './sharedNetworks.ts';

/** A program in the network of its host takes its port there, and nobody can publish it. */
export function* hostNetworkCollisions(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  const { facts, workspace } = context;
  const project = facts.compose && projectOf(workspace, facts.path);
  const hosts = project?.services.filter(({ networkMode }) => networkMode === 'host') ?? [];
  if (!project || hosts.length === 0 || isForSwarm(workspace, project)) return;
  // Services of different profiles need not run together.
  const taken = hosts.flatMap(service => (service.profiles.length > 0 ? [] : listeners(context, service)));
  const byPort = indexByPort(
    () => taken,
    ({ range }) => range,
  );
  for (const here of workspace.published(project)) {
    if (here.port.path !== facts.path || here.service.profiles.length > 0) continue;
    const there = byPort.at(here.hostRange).find(other => wantSame(boundOf(here), other));
    const network = there && networkModePlace(there.service);
    if (!network) continue;
    const { service, software, range } = there;
    const data = { port: showRange(range), other: service.name, software, service: here.service.name };
    yield {
      at: { path: facts.path, span: here.host.span },
      message: 'host-network',
      severity: 'warning',
      data,
      related: [{ ...network, message: 'host-network-first', data }],
    };
  }
}

function boundOf({ host, hostRange, containerRange, port }: PublishedPort): Bound {
  const { binding, protocols } = port.mapping;
  return { span: host.span, range: hostRange, containerRange, address: binding.address, protocols };
}
