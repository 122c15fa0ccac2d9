import { holds, type Port, type PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { isLoopback, readAddress } from '../../ports/address.ts';
import { writtenRange } from '../../ports/value.ts';
import { grouped } from '../../text/grouped.ts';
import type { ComposeProject, ProjectService } from '../../workspace/compose/composeProject.ts';
import type { Dialled } from '../../workspace/compose/dialled.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import { type ServiceNetwork, serviceNetwork } from '../../workspace/compose/serviceNetwork.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { dials } from './dials.ts';
import { innerPort } from './innerPort.ts';
import { type Advertised, type Broker, brokersIn } from './kafkaListeners.ts';
import { renumbered } from './renumbered.ts';

export const unadvertisedListener: Rule<Message> = defineRule({
  id: 'unadvertised-listener',
  summary: 'A Kafka listener that clients are told of and cannot reach',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    missing:
      '`{name}` is advertised and `{setting}` has no listener of that name, so the broker does not start: add it there',
    unmapped:
      '`{name}` sends clients to {host}:{port}, and no mapping of `{service}` leads from there to its listener on {inner}: publish {port}:{inner}',
    renumbered:
      '`{name}` sends clients to {host}:{port}, and its listener is published on {outer}: advertise {outer}, or publish {port}:{inner}',
    elsewhere:
      '`{name}` sends clients to {host}:{port}, which leads to {found} in the container, while `{name}` listens on {inner}: map {port}:{inner}',
    inside: '`{name}` sends clients to {host}:{port}, and `{service}` listens on {inner} for it: advertise {inner}',
    local:
      '`{name}` sends every client to {host}, which is the client itself for `{client}` in its own container: advertise {service}:{inner} here, and localhost on a listener of its own',
    mapping: '{outer} on the host leads to {found} in the container',
    client: '`{client}` connects here',
  },
  *check(context) {
    const brokers = brokersIn(context.workspace, context.facts);
    const [project] = brokers.flatMap(({ service }) => service?.project ?? []);
    const around = project && aroundBrokers(context, project);
    for (const broker of brokers) {
      for (const advertised of broker.advertised) {
        const found = missing(context, broker, advertised) ?? (around && unreachable(around, broker, advertised));
        if (found) yield found;
      }
    }
  },
});

type Message = 'missing' | 'unmapped' | 'renumbered' | 'elsewhere' | 'inside' | 'local' | 'mapping' | 'client';

/** What the brokers of one file have in common. */
interface Around extends RuleContext {
  readonly network: ServiceNetwork;
  readonly published: ReadonlyMap<ProjectService, readonly PublishedPort[]>;
  readonly dials: ReadonlyMap<ProjectService, readonly Dialled[]>;
}

function aroundBrokers(context: RuleContext, project: ComposeProject): Around {
  const { workspace } = context;
  return {
    ...context,
    network: serviceNetwork(project),
    published: grouped(workspace.published(project), ({ service }) => service),
    dials: grouped(context.shared(dials).flat(), ({ target }) => target),
  };
}

/** Kafka refuses an advertised name that is no listener's. */
function missing(
  { facts }: RuleContext,
  { listeners, setting }: Broker,
  { name, nameSpan }: Advertised,
): RawFinding<Message> | undefined {
  if (!listeners || listeners.has(name)) return undefined;
  return { at: { path: facts.path, span: nameSpan }, message: 'missing', data: { name, setting } };
}

function unreachable(context: Around, broker: Broker, advertised: Advertised): RawFinding<Message> | undefined {
  const { facts, workspace, network } = context;
  const { host, occurrence, name } = advertised;
  const { range } = workspace.resolve(facts.path, occurrence);
  if (!broker.service || host === undefined || !range || range.first !== range.last) return undefined;
  const { service } = broker.service;
  const inner = broker.listeners?.get(name) ?? (isConfluent(service) ? range.first : undefined);
  if (inner === undefined || service.networkMode !== undefined) return undefined;
  const data = { name, host, port: range.first, inner, service: service.name };
  if (isLoopback(readAddress(host))) {
    return (
      forContainers(context, service, advertised, data) ?? onHost(context, broker, service, advertised, range, data)
    );
  }
  const isOwn = network.serviceAt(host, undefined) === service;
  const isAnyListener = [...(broker.listeners?.values() ?? [])].includes(range.first);
  if (!isOwn || inner === range.first || isAnyListener) return undefined;
  return {
    at: { path: facts.path, span: occurrence.span },
    message: 'inside',
    data,
    fixes: renumbered(facts.path, occurrence, 'Advertise', `${inner}`),
  };
}

/** Confluent's image makes listeners of the advertised ones. https://docs.confluent.io/platform/current/installation/docker/config-reference.html */
function isConfluent({ imageName = '', declarations }: ProjectService): boolean {
  // `${REPOSITORY}/cp-server` is known by its last part.
  const written = declarations.findLast(({ service }) => service.image)?.service.image?.text ?? '';
  return imageName.startsWith('confluentinc/') || /\/cp-(?:kafka|server|enterprise-kafka)(?::|$)/.test(written);
}

/** `localhost` is meant for programs on the host, which come in by a mapping. */
function onHost(
  context: Around,
  broker: Broker,
  service: ProjectService,
  advertised: Advertised,
  range: PortRange,
  data: Readonly<Record<string, string | number>> & { readonly inner: number },
): RawFinding<Message> | undefined {
  const { facts, published } = context;
  if (service.ports.length === 0 || service.ports.some(({ mapping }) => !writtenRange(mapping.host?.value)))
    return undefined;
  const own = (published.get(service) ?? []).flatMap(each => {
    const { containerRange } = each;
    return containerRange ? [{ ...each, containerRange }] : [];
  });
  const outer = own.find(({ hostRange }) => holds(hostRange, range.first));
  const found = outer && innerPort(outer.hostRange, outer.containerRange, range.first);
  if (found === data.inner) return undefined;
  const at = { path: facts.path, span: advertised.occurrence.span };
  const right = own.find(({ containerRange }) => holds(containerRange, data.inner as Port));
  const number = right && right.hostRange.first + data.inner - right.containerRange.first;
  const fixes = number === undefined ? [] : renumbered(facts.path, advertised.occurrence, 'Advertise', `${number}`);
  if (!outer || found === undefined) {
    if (mayBeForItself(context, own, broker, service, data, right !== undefined)) return undefined;
    if (!right || number === undefined) return { at, message: 'unmapped', data };
    const related = [mappingOf(right, number, data.inner)];
    return { at, message: 'renumbered', data: { ...data, outer: number }, related, fixes };
  }
  const related = [mappingOf(outer, range.first, found)];
  return { at, message: 'elsewhere', data: { ...data, found }, related, fixes };
}

function mappingOf({ port, host }: PublishedPort, outer: number, found: number): Related {
  return { path: port.path, span: host.span, message: 'mapping', data: { outer, found } };
}

type Related = NonNullable<RawFinding<Message>['related']>[number];

/** The broker itself, and tools in its container, do reach `localhost` on the listener's own port. */
function mayBeForItself(
  { facts, workspace, network }: Around,
  own: readonly PublishedPort[],
  { advertised, betweenBrokers }: Broker,
  service: ProjectService,
  { name, port, inner }: Readonly<Record<string, string | number>>,
  isPublished: boolean,
): boolean {
  if (port !== inner) return false;
  if (!isPublished && dialsItself(facts, service, inner)) return true;
  const hasOther = advertised.some(other => {
    // Nobody on the host knows the names of services.
    if (other.host === undefined || network.serviceAt(other.host, undefined)) return false;
    const { range } = workspace.resolve(facts.path, other.occurrence);
    return other.name !== name && range && own.some(({ hostRange }) => holds(hostRange, range.first));
  });
  return (name === betweenBrokers && !isPublished) || hasOther || own.length === 0;
}

/** A health check, say. */
function dialsItself({ byPort }: DocumentFacts, { name }: ProjectService, port: string | number | undefined): boolean {
  const here = byPort.at({ first: port as Port, last: port as Port });
  return here.some(
    ({ owner, host = '', path }) => owner?.name === name && path[2] !== 'environment' && isLoopback(readAddress(host)),
  );
}

/** A client that asks for the broker by name is sent on to itself. */
function forContainers(
  { facts, dials }: Around,
  service: ProjectService,
  { occurrence }: Advertised,
  data: Readonly<Record<string, string | number>> & { readonly inner: number },
): RawFinding<Message> | undefined {
  const dial = dials
    .get(service)
    ?.find(
      each => each.caller !== undefined && each.range.first === data.inner && each.occurrence.path[2] === 'environment',
    );
  if (!dial) return undefined;
  const client = dial.caller?.name ?? '';
  return {
    at: { path: facts.path, span: occurrence.span },
    message: 'local',
    data: { ...data, client },
    related: [{ path: facts.path, span: dial.occurrence.span, message: 'client', data: { client } }],
  };
}
