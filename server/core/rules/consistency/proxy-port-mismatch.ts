import { type PortRange, showRange } from '../../../../registry/port.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { ComposeProject, ProjectService } from '../../workspace/compose/composeProject.ts';
import { dialledIn } from '../../workspace/compose/dialled.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import type { ServicePorts } from '../../workspace/compose/servicePorts.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { knownImagePorts } from './knownImagePorts.ts';
import { knownPorts } from './knownPorts.ts';
import { PROXIES } from './proxies.ts';
import { renumbered } from './renumbered.ts';

export const proxyPortMismatch: Rule<Message> = defineRule({
  id: 'proxy-port-mismatch',
  summary: 'A proxy that dials a service on a port on which its container does not answer',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    published:
      '{port} is the port of `{service}` on the host, and a proxy reaches it inside the network, where it answers on {right}: use {right}',
    known: '`{service}` answers on {right} in its container, and nothing there listens on {port}: use {right}',
    mapping: '{port} on the host leads to {right} in the container',
  },
  *check(context) {
    const { facts } = context;
    const ports = context.shared(knownPorts);
    for (const { occurrence, range, targets } of dials(context)) {
      const verdicts = targets.map(target => judge(context, ports, target, range));
      // What is right for one of several projects is right.
      const [verdict] = verdicts.includes(undefined) ? [] : verdicts;
      if (!verdict) continue;
      yield findingAt(facts.path, occurrence, range, verdict);
    }
  },
});

type Message = 'published' | 'known' | 'mapping';

interface Target {
  readonly project: ComposeProject;
  readonly service: ProjectService;
}

/** A port that a proxy dials, and the services that it may reach there: one for each project that has the file. */
interface Dial {
  readonly occurrence: PortOccurrence;
  readonly range: PortRange;
  readonly targets: readonly Target[];
}

function* dials({ facts, workspace }: RuleContext): Iterable<Dial> {
  if (PROXIES.has(facts.format)) {
    for (const callers of dialledIn(workspace, facts, true)) {
      const [first] = callers;
      if (first?.occurrence.role !== 'connect') continue;
      const targets = callers.map(({ project, target }) => ({ project, service: target }));
      yield { occurrence: first.occurrence, range: first.range, targets };
    }
  }
  const labels = facts.compose ? facts.occurrences.filter(isProxyLabel) : [];
  const project = labels.length > 0 ? projectOf(workspace, facts.path) : undefined;
  if (!project) return;
  const services = new Map(project.services.map(service => [service.name, service]));
  for (const occurrence of labels) {
    const service = services.get(occurrence.owner?.name ?? '');
    const { range } = workspace.resolve(facts.path, occurrence);
    if (service && range) yield { occurrence, range, targets: [{ project, service }] };
  }
}

/** `traefik.http.services.web.loadbalancer.server.port=8080`: the container's own port, for a proxy that reads labels. */
function isProxyLabel({ role, host, path }: PortOccurrence): boolean {
  return role === 'connect' && host === undefined && path.includes('labels');
}

interface Verdict {
  readonly service: ProjectService;
  readonly right: readonly PortRange[];
  /** The mapping that has the wrong number on the host. */
  readonly mapping?: { readonly path: string; readonly span: PortOccurrence['span'] };
}

/** Undefined where the service may answer, or where nobody knows. */
function judge(
  { workspace, registry }: RuleContext,
  ports: ServicePorts,
  { project, service }: Target,
  range: PortRange,
): Verdict | undefined {
  if (range.first !== range.last || ports.mayAnswer(service, range)) return undefined;
  const outer = workspace
    .publishers(range)
    .find(each => each.project === project && each.service === service && each.port.mapping.protocols?.includes('tcp'));
  if (outer?.containerRange && outer.hostRange.first === outer.hostRange.last)
    return { service, right: [outer.containerRange], mapping: { path: outer.port.path, span: outer.host.span } };
  const known = knownImagePorts(workspace, registry, service, range);
  if (known) return { service, right: known };
  const told = service.isBuilt ? agreed(ports.of(service).ports) : undefined;
  return told && { service, right: [told] };
}

/** The one port that the Dockerfile and something else name: each alone is often left over from a template. */
function agreed(ports: ReturnType<ServicePorts['of']>['ports']): PortRange | undefined {
  const told = ports.filter(({ from }) => from !== 'image');
  const numbers = new Set(told.map(({ range }) => showRange(range)));
  const sources = new Set(told.map(({ from }) => from));
  return numbers.size === 1 && sources.size > 1 && sources.has('EXPOSE') ? told[0]?.range : undefined;
}

function findingAt(
  path: string,
  occurrence: PortOccurrence,
  range: PortRange,
  { service, right, mapping }: Verdict,
): RawFinding<Message> {
  const data = {
    port: showRange(range),
    service: service.name,
    right: [...new Set(right.map(showRange))].join(' or '),
  };
  const [only, ...others] = right;
  return {
    at: { path, span: occurrence.span },
    message: mapping ? 'published' : 'known',
    data,
    related: mapping ? [{ ...mapping, message: 'mapping', data }] : [],
    fixes: only && others.length === 0 ? renumbered(path, occurrence, 'Connect to', showRange(only)) : [],
  };
}
