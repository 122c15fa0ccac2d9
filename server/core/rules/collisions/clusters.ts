import { showRange } from '../../../../registry/port.ts';
import { addressesMeet } from '../../ports/address.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { areOfOneText, collisionsIn } from './bound.ts';
import type { BesideMessage } from './messages.ts';
import { nextFreeFix } from './nextFreeFix.ts';

/** The nodes of a cluster of kind or k3d are containers of one machine. https://kind.sigs.k8s.io/docs/user/configuration/#extra-port-mappings */
export function* clusterCollisions(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  const { facts, workspace } = context;
  if (facts.format !== 'kind' && facts.format !== 'k3d') return;
  // Several clusters in one file need not be there at the same time.
  if ((facts.text.match(/^kind:/gm)?.length ?? 0) > 1) return;
  const ports = workspace.hostPorts(facts.path).filter(({ role }) => role === 'publish');
  const meet = (a: HostPort, b: HostPort): boolean =>
    addressesMeet(a.address, b.address) && areOfOneText(facts.text, a.span, b.span);
  for (const [here, there] of collisionsIn(ports, meet)) {
    yield {
      at: { path: facts.path, span: here.span },
      message: 'cluster',
      data: { port: showRange(here.range), other: nameOf(there) },
      related: [{ path: facts.path, span: there.span, message: 'taken-here', data: { port: showRange(there.range) } }],
      fixes: nextFreeFix(context, here),
    };
  }
}

function nameOf({ occurrence }: HostPort): string {
  const [top] = occurrence?.path ?? [];
  if (top === 'networking' || top === 'kubeAPI' || top === 'exposeAPI') return 'the API server';
  return top === 'registries' ? 'the registry' : 'another mapping';
}
