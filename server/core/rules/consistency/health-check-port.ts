import { overlaps, type PortRange, showRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { isLoopback, readAddress } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { pairedHost } from '../../workspace/compose/dialled.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import { stageImage } from '../../workspace/compose/serviceImage.ts';
import { createServicePorts, type ServicePorts } from '../../workspace/compose/servicePorts.ts';
import { mayMove } from '../../workspace/containers/mayMove.ts';
import { chainFrom } from '../../workspace/containers/stageChain.ts';
import { addNumbers } from '../../workspace/mentioned.ts';
import { occurrencesIn } from '../../workspace/occurrencesIn.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { PROBE_MESSAGES, type ProbeMessage, probePorts } from './probePorts.ts';
import { renumbered } from './renumbered.ts';

export const healthCheckPort: Rule<Message | ProbeMessage> = defineRule({
  id: 'health-check-port',
  summary: 'A health check of a port on which nothing is known to listen',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    image:
      'The health check dials {port}, and nothing in `{image}` listens there by default: {software} answers on {ports}',
    dockerfile:
      'The health check dials {port}, which nothing else here names, while {ports} is what this image listens on: dial {ports}',
    service:
      'The health check dials {port}, which nothing else here names, and {ports} is the only port that this service is known by: see that something listens on {port}, or dial {ports}',
    known: 'Here it is {ports}',
    ...PROBE_MESSAGES,
  },
  *check(context) {
    yield* probePorts(context);
    const { facts } = context;
    const probes = facts.compose || facts.stages ? facts.occurrences.filter(isOwnProbe) : [];
    if (probes.length === 0) return;
    yield* facts.compose ? ofServices(context, probes) : ofStages(context);
  },
});

type Message = 'image' | 'service' | 'dockerfile' | 'known';

/** Dials the container itself. */
function isOwnProbe({ role, host, path }: PortOccurrence): boolean {
  const isHealthCheck = path.includes('healthcheck') || path.includes('HEALTHCHECK');
  return role === 'probe' && isHealthCheck && (host === undefined || isLoopback(readAddress(host)));
}

function* ofServices(
  { facts, workspace, registry }: RuleContext,
  probes: readonly PortOccurrence[],
): Iterable<RawFinding<Message>> {
  const project = projectOf(workspace, facts.path);
  const services = new Map(project?.services.map(service => [service.name, service]));
  const ports = createServicePorts(workspace, registry, ['probe']);
  const counts = new Map<string | undefined, number>();
  for (const { owner } of probes) counts.set(owner?.name, (counts.get(owner?.name) ?? 0) + 1);
  for (const probe of probes.filter(({ owner }) => counts.get(owner?.name) === 1)) {
    const service = services.get(probe.owner?.name ?? '');
    const known = service?.imageName === undefined ? undefined : registry.image(service.imageName);
    const { range } = workspace.resolve(facts.path, probe);
    if (!service || !range || service.networkMode !== undefined || ports.mayAnswer(service, range)) continue;
    if (!known?.complete || known.configurable) {
      const told = numbersOf(ports, service);
      const { image } = ports.of(service);
      const isDocumented = registry.used(range.first, 'tcp').some(({ software }) => software === image?.software);
      if (told.length === 1 && !isDocumented && !service.openEnvironment)
        yield { ...findingAt(facts, probe, range, told, 'service', {}), severity: 'info' };
      continue;
    }
    if (mayMove(service, range)) continue;
    const right = known.ports.filter(({ protocol }) => protocol === 'tcp').map(port => port.ports);
    if (right.length === 0) continue;
    const data = { image: service.image ?? known.image, software: known.software };
    yield findingAt(facts, probe, range, right, 'image', data);
  }
}

/** What the files say of where the service listens, each number once. */
function numbersOf(ports: ServicePorts, service: ProjectService): readonly PortRange[] {
  const told = ports.of(service).ports.filter(({ from, at }) => from !== 'image' && !(at && asksAnother(at, service)));
  return [...new Map(told.map(({ range }) => [showRange(range), range])).values()];
}

/** `AI_PORT` beside `AI_HOST` is where it dials another, unless the host is an address to bind. */
function asksAnother({ occurrence }: { readonly occurrence: PortOccurrence }, service: ProjectService): boolean {
  const host = pairedHost(occurrence, service);
  if (host !== undefined) return !OWN_HOST.test(host);
  // A host that is set and not known may be any.
  const name = `${occurrence.path.at(-1)}`;
  return name.endsWith('PORT') && service.variables.has(name.replace(/PORT$/, 'HOST'));
}

const OWN_HOST = /^(?:localhost|\*|::1?|\[::1?\]|0\.0\.0\.0|127\.[\d.]+)?$/i;

/** Looks at the stage of the check and at those that it is built from. */
function* ofStages({ facts, workspace, registry }: RuleContext): Iterable<RawFinding<Message>> {
  const stages = facts.stages ?? [];
  const hints = new Set<number>();
  addNumbers(hints, facts, { start: 0, end: facts.text.length }, ['probe']);
  for (const stage of stages) {
    const [probe, ...others] = occurrencesIn(facts, stage.span).filter(isOwnProbe);
    // With `||` between two, one may fail.
    if (!probe || others.length > 0) continue;
    const chain = chainFrom(facts, stage);
    const told = chain.flatMap(({ span }) =>
      occurrencesIn(facts, span).filter(({ role }) => role === 'expose' || role === 'listen'),
    );
    const ranges = told.flatMap(occurrence => workspace.resolve(facts.path, occurrence).range ?? []);
    const image = stageImage(facts, stage);
    const base = image && registry.image(image.name);
    const { range } = workspace.resolve(facts.path, probe);
    // With several, one more for the check alone is nothing odd.
    if (!range || new Set(ranges.map(showRange)).size !== 1 || hints.has(range.first)) continue;
    if ([...ranges, ...(base?.ports.map(({ ports }) => ports) ?? [])].some(each => overlaps(each, range))) continue;
    // A variable without a value may be the port that is dialled.
    if (told.some(occurrence => !workspace.resolve(facts.path, occurrence).range)) continue;
    const finding = findingAt(facts, probe, range, ranges, 'dockerfile', {});
    const related = told.slice(0, 1).map(({ span }) => ({
      path: facts.path,
      span,
      message: 'known' as const,
      data: { ports: ranges.slice(0, 1).map(showRange).join() },
    }));
    yield { ...finding, related };
  }
}

function findingAt(
  { path }: DocumentFacts,
  probe: PortOccurrence,
  range: PortRange,
  right: readonly PortRange[],
  message: Message,
  data: Readonly<Record<string, string>>,
): RawFinding<Message> {
  const numbers = [...new Set(right.map(showRange))];
  const [only, ...others] = numbers;
  return {
    at: { path, span: probe.span },
    message,
    data: { ...data, port: showRange(range), ports: numbers.join(', ') },
    fixes: only !== undefined && others.length === 0 ? renumbered(path, probe, 'Dial', only) : [],
  };
}
