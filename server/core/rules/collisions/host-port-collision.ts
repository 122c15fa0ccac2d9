import { showRange, sizeOf } from '../../../../registry/port.ts';
import { indexByPort } from '../../ports/portIndex.ts';
import { sameSpan } from '../../text/span.ts';
import { collide, isSameMapping, isStarted } from '../../workspace/compose/collide.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { besideCollisions } from './beside.ts';
import { foreignCollision } from './foreignCollision.ts';
import { BESIDE_MESSAGES, type BesideMessage } from './messages.ts';
import { NODE_MESSAGES, type NodeMessage, nodeCollisions } from './nodes.ts';
import { overrideFix } from './overrideFix.ts';

type Message = 'service' | 'menu' | 'twice' | 'repeated' | 'shared' | 'project' | 'first' | 'user' | 'definition';

export const hostPortCollision: Rule<Message | NodeMessage | BesideMessage> = defineRule({
  id: 'host-port-collision',
  summary: 'Two mappings or listeners that want one host port',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    service:
      'Host port {port} is already published by `{other}`, so `{service}` cannot start beside it: publish one of them on another port',
    menu: 'Host port {port} is also published by `{other}`, so `{service}` cannot run beside it',
    twice: '`{service}` publishes host port {port} twice: drop one of the mappings',
    repeated:
      '`{service}` maps host port {port} twice, which Compose before 2.24 cannot start and later ones pass over: drop one of the mappings',
    shared:
      '`{other}` and `{service}` share this mapping, and only one of them can have host port {port}: give each its own',
    project:
      'Host port {port} is also published by `{other}` in {file}, so the two projects cannot run at the same time: give one another port, or both a variable as in `${PORT:-{port}}`',
    first: '`{other}` publishes {port} here',
    user: '`{service}` takes it over',
    definition: '`{name}` is set to {value} here',
    ...NODE_MESSAGES,
    ...BESIDE_MESSAGES,
  },
  *check(context) {
    yield* nodeCollisions(context);
    yield* besideCollisions(context);
    const { facts, workspace } = context;
    for (const project of workspace.projectsOf(facts.path)) {
      // A base that is right by itself is not wrong for what somebody may lay over it.
      if (project.isOverlay && project.id === facts.path) continue;
      const published = workspace.published(project);
      const isMenu = contested(published) > MOST_CONTESTED;
      yield* inProject(context, published, isMenu);
    }
    const foreign = foreignCollision(context);
    if (!foreign) return;
    const { here, there, file } = foreign;
    yield {
      ...findingAt(context, here, 'project', there),
      severity: 'info',
      data: { port: showRange(here.hostRange), other: there.service.name, service: here.service.name, file },
    };
  },
});

/**
 * With more host ports than these wanted twice, a project has never been started as a whole: its services are a menu of
 * which people start a few by name.
 */
const MOST_CONTESTED = 8;

/** How many host ports several services want. */
function contested(published: readonly PublishedPort[]): number {
  const services = new Map<number, Set<string>>();
  for (const { hostRange, service } of published) {
    const known = services.get(hostRange.first);
    if (known) known.add(service.name);
    else services.set(hostRange.first, new Set([service.name]));
  }
  return [...services.values()].filter(({ size }) => size > 1).length;
}

function* inProject(
  context: RuleContext,
  all: readonly PublishedPort[],
  isMenu: boolean,
): Iterable<RawFinding<Message>> {
  const { path } = context.facts;
  const places = new Map(all.map((published, place) => [published, place]));
  const byPort = indexByPort(
    () => all,
    ({ hostRange }) => hostRange,
  );
  const isEarlier = (a: PublishedPort, b: PublishedPort): boolean => (places.get(a) ?? 0) < (places.get(b) ?? 0);
  for (const here of all) {
    if (here.port.path !== path) continue;
    const rivals = byPort.at(here.hostRange);
    // Within a file the later place is the finding; in another file the first counterpart will do.
    const earlier = rivals.find(there => there.port.path === path && isEarlier(there, here) && collide(here, there));
    const there = earlier ?? rivals.find(other => other.port.path !== path && collide(here, other));
    if (!there) continue;
    const choice = here.service === there.service ? undefined : isMenu ? 'info' : choiceOf(here, there);
    const severity = choice && { severity: choice };
    if (here.service === there.service) yield ofOneService(context, here, there);
    else if (isSamePlace(here, there)) yield { ...sharedAt(context, here, there), ...severity };
    else yield { ...findingAt(context, here, choice ? 'menu' : 'service', there), ...severity };
  }
}

/**
 * Two services that need not run together, as `up` starts one of them without the other, or as they are two versions of one
 * program: info. Two programs of which one waits for its profile: warning.
 */
function choiceOf(here: PublishedPort, there: PublishedPort): 'info' | 'warning' | undefined {
  const isSame = here.service.imageName !== undefined && here.service.imageName === there.service.imageName;
  if (isStarted(here) !== isStarted(there)) return isSame || isSamePlace(here, there) ? 'info' : 'warning';
  return isSame && here.service.image !== there.service.image ? 'info' : undefined;
}

/** Compose folds two entries of a list that say the same, however they say it. https://github.com/compose-spec/compose-go */
function ofOneService(context: RuleContext, here: PublishedPort, there: PublishedPort): RawFinding<Message> {
  const isRepeated = isSameMapping(here, there);
  return {
    ...findingAt(context, here, isRepeated ? 'repeated' : 'twice', there),
    ...(isRepeated && { severity: 'warning' }),
  };
}

/** By an anchor or by `extends`, several services publish what stands at one place. */
function isSamePlace(here: PublishedPort, there: PublishedPort): boolean {
  return here.port.path === there.port.path && sameSpan(here.host.span, there.host.span);
}

/** No edit of the one place parts the two. */
function sharedAt({ facts }: RuleContext, here: PublishedPort, there: PublishedPort): RawFinding<Message> {
  const data = { port: showRange(here.hostRange), other: there.service.name, service: here.service.name };
  const user = here.service.declarations.at(-1);
  return {
    at: { path: facts.path, span: here.host.span },
    message: 'shared',
    data,
    related: user ? [{ path: user.path, span: user.service.nameSpan, message: 'user', data }] : [],
  };
}

function findingAt(
  context: RuleContext,
  here: PublishedPort,
  message: Message,
  there: PublishedPort,
): RawFinding<Message> {
  const { facts, workspace, registry } = context;
  const at = { path: facts.path, span: here.host.span };
  // Another number there would be a second one: lists are appended.
  const isAcrossFiles = here.service === there.service && here.port.path !== there.port.path;
  const free =
    here.host.editable && sizeOf(here.hostRange) === 1
      ? nextFreePort(workspace, registry, here.hostRange.last)
      : undefined;
  return {
    at,
    message,
    data: { port: showRange(here.hostRange), other: there.service.name, service: here.service.name },
    related: [
      {
        path: there.port.path,
        span: there.host.span,
        message: 'first',
        data: { other: there.service.name, port: showRange(there.hostRange) },
      },
      ...[here, there].flatMap(definitionOf),
    ],
    fixes: isAcrossFiles
      ? overrideFix(facts, here.service)
      : free === undefined || message === 'project'
        ? []
        : [{ title: `Publish on ${free}`, safety: 'suggested', edits: [{ ...at, newText: `${free}` }] }],
  };
}

/** The variable that decided the number, as a related place. */
function definitionOf({ host, port }: PublishedPort): NonNullable<RawFinding<Message>['related']> {
  const definition = host.variable === undefined ? undefined : port.environment.definition(host.variable);
  if (!definition) return [];
  const { path, span, name, value } = definition;
  return [{ path, span, message: 'definition', data: { name, value } }];
}
