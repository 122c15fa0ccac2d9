import { type PortRange, type Protocol, showRange } from '../../../../registry/port.ts';
import { EVERYWHERE } from '../../ports/address.ts';
import type { Span } from '../../text/span.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import { mayMove } from '../../workspace/containers/mayMove.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { type Bound, collisionsIn } from './bound.ts';
import type { BesideMessage } from './messages.ts';
import { networkModePlace } from './networkModePlace.ts';

export interface Member extends Bound {
  readonly service: ProjectService;
  readonly software: string;
}

/** Programs whose images say where they listen, in one network: `network_mode: service:x` has one set of ports for all. */
export function* sharedNetworkCollisions(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  const { facts, workspace } = context;
  if (!facts.compose?.services.some(({ networkMode }) => networkMode?.text.startsWith('service:'))) return;
  const networks = new Map<string, ProjectService[]>();
  for (const service of projectOf(workspace, facts.path)?.services ?? []) {
    // Services of different profiles need not run together.
    if (service.profiles.length > 0) continue;
    const name = /^service:(.+)$/.exec(service.networkMode ?? '')?.[1] ?? service.name;
    networks.set(name, [...(networks.get(name) ?? []), service].slice(0, MOST));
  }
  for (const [network, services] of networks) {
    if (services.length < 2) continue;
    const all = services.flatMap(service => listeners(context, service));
    for (const [here, there] of collisionsIn(all, (a, b) => a.service !== b.service)) {
      const place = networkModePlace(here.service) ?? networkModePlace(there.service);
      const user = there.service.declarations.at(-1);
      if (place?.path !== facts.path || !user) continue;
      const { software } = there;
      const data = { port: showRange(here.range), other: there.service.name, software, network: `\`${network}\`` };
      yield {
        at: place,
        message: 'shared-network',
        severity: 'warning',
        data,
        related: [{ path: user.path, span: user.service.nameSpan, message: 'taken-here', data }],
      };
    }
  }
}

/** More services than these nobody puts into one network. */
const MOST = 50;

/** What the image declares and nothing in the project can have moved. */
export function listeners({ registry }: RuleContext, service: ProjectService): readonly Member[] {
  const image = service.imageName === undefined || service.isBuilt ? undefined : registry.image(service.imageName);
  if (!image?.complete || image.configurable) return [];
  const { software } = image;
  const span: Span = service.declarations.at(-1)?.service.nameSpan ?? { start: 0, end: 0 };
  const member = (range: PortRange, protocol: Protocol): Member => {
    return { service, software, span, range, address: EVERYWHERE.address, protocols: [protocol] };
  };
  return image.ports
    .filter(({ declared, ports }) => declared && !mayMove(service, ports))
    .map(({ ports, protocol }) => member(ports, protocol));
}
