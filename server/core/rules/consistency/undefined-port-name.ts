import type { Fix } from '../../facts/finding.ts';
import { type ContainerPort, nameIn, type PortKey, type ServiceObjectPort } from '../../facts/kubernetes.ts';
import type { Span } from '../../text/span.ts';
import type { Cluster, ClusterObject, ClusterPod } from '../../workspace/cluster/cluster.ts';
import { mildInTests } from '../mildInTests.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';

type Message = 'probe' | 'target' | 'backend' | 'policy' | 'pods' | 'services' | 'defined';

export const undefinedPortName: Rule<Message> = defineRule({
  id: 'undefined-port-name',
  summary: 'A port named in Kubernetes that nothing defines',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    probe: 'The container {owner} has no port named `{name}`, so {key} fails each time: {instead}',
    target: 'No pod that {owner} selects has a port named `{name}`, so the Service leads nowhere: {instead}',
    backend: 'The Service {owner} has no port named `{name}`, so nothing gets through: {instead}',
    policy: 'No pod that is meant here has a port named `{name}`, so nothing is let through: {instead}',
    pods: 'No pod that is selected here has a port named `{name}`, so nothing is scraped: {instead}',
    services: 'No Service that is selected here has a port named `{name}`, so nothing is scraped: {instead}',
    defined: 'The ports that are defined begin here',
  },
  check: mildInTests(function* (context) {
    if (!context.facts.kubernetes) return;
    const cluster = context.workspace.cluster();
    for (const each of cluster.objectsOf(context.facts.path)) {
      // What a template makes is known of a single container at most.
      if (!each.isOpen || (each.object.isTemplate && !each.object.pod?.isPartial)) yield* inPod(context, each);
      if (each.isOpen) continue;
      yield* inService(context, each, cluster);
      yield* inReferences(context, each, cluster);
      yield* inSelections(context, each, cluster);
    }
  }),
});

/** Probes and hooks look at the ports of their own container. */
function* inPod(context: RuleContext, { path, object: { pod } }: ClusterObject): Iterable<RawFinding<Message>> {
  if (!pod || pod.isPartial) return;
  for (const { name, ports, probes, isOpen } of pod.containers) {
    if (isOpen) continue;
    const candidates = probes.length > 0 ? ports.map(port => candidate(path, port)) : [];
    for (const { key, port } of probes) {
      const data = { owner: quoted(name), key };
      yield* undefinedAt(context, { message: 'probe', port, candidates, data, takesNumbers: true });
    }
  }
}

function* inService(context: RuleContext, each: ClusterObject, cluster: Cluster): Iterable<RawFinding<Message>> {
  const { service, name } = each.object;
  if (!service?.selector) return;
  const keys = service.ports.flatMap(({ target }) => (target && nameIn(target) !== undefined ? [target] : []));
  const pods = keys.length > 0 ? cluster.pods(each, service.selector) : undefined;
  if (!pods) return;
  const candidates = pods.flatMap(portsOf);
  for (const port of keys) {
    if (INJECTED.test(port.text ?? '')) continue;
    const data = { owner: quoted(name) };
    yield* undefinedAt(context, { message: 'target', port, candidates, data, takesNumbers: true });
  }
}

/** Ports of containers that a mesh adds to pods while they start. */
const INJECTED = /envoy|istio|linkerd|dapr|consul/;

function* inReferences(context: RuleContext, each: ClusterObject, cluster: Cluster): Iterable<RawFinding<Message>> {
  for (const { service, port } of each.object.references) {
    // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions
    if (nameIn(port) === undefined || port.text === 'use-annotation') continue;
    const services = cluster.serviceNamed(each, service);
    if (!services) continue;
    const candidates = services.flatMap(({ path, service: { ports } }) => ports.map(each => candidate(path, each)));
    yield* undefinedAt(context, { message: 'backend', port, candidates, data: { owner: quoted(service) } });
  }
}

function* inSelections(context: RuleContext, each: ClusterObject, cluster: Cluster): Iterable<RawFinding<Message>> {
  for (const { of, labels, namespaces, port } of each.object.selections) {
    if (nameIn(port) === undefined || INJECTED.test(port.text ?? '')) continue;
    const candidates =
      of === 'pods'
        ? cluster.pods(each, labels, namespaces)?.flatMap(portsOf)
        : cluster
            .services(each, labels, namespaces)
            ?.flatMap(({ path, service: { ports } }) => ports.map(port => candidate(path, port)));
    if (!candidates) continue;
    yield* undefinedAt(context, { message: each.object.kind === 'NetworkPolicy' ? 'policy' : of, port, candidates });
  }
}

/** A port that could have been meant. */
interface Candidate {
  readonly path: string;
  readonly span: Span;
  readonly name: PortKey | undefined;
  readonly number: string | undefined;
}

function portsOf({ path, pod }: ClusterPod): readonly Candidate[] {
  const running = pod.containers.filter(({ isRunning }) => isRunning);
  return running.flatMap(({ ports }) => ports.map(port => candidate(path, port)));
}

function candidate(path: string, { name, number: { value, span } }: ContainerPort | ServiceObjectPort): Candidate {
  const number = value.kind === 'range' ? `${value.range.first}` : undefined;
  return { path, span: name?.span ?? span, name, number };
}

interface Question {
  readonly message: Message;
  readonly port: PortKey;
  readonly candidates: readonly Candidate[];
  readonly data?: Readonly<Record<string, string>>;
  /** A number may stand there as well. */
  readonly takesNumbers?: boolean;
}

function* undefinedAt({ facts }: RuleContext, question: Question): Iterable<RawFinding<Message>> {
  const { message, port, candidates, data, takesNumbers = false } = question;
  const name = nameIn(port);
  // A name that a template gives may be the one.
  if (name === undefined || candidates.some(each => each.name && [undefined, name].includes(each.name.text))) return;
  const at = { path: facts.path, span: port.span };
  const isQuoted = /["']/.test(facts.text[port.span.end] ?? '');
  const known = new Set(
    candidates.flatMap(each => each.name?.text ?? (takesNumbers && !isQuoted ? each.number : undefined) ?? []),
  );
  const [only, ...others] = known;
  const first = candidates[0];
  const fix: Fix | undefined =
    only !== undefined && others.length === 0
      ? { title: `Write ${only}`, safety: 'suggested', edits: [{ ...at, newText: only }] }
      : undefined;
  yield {
    at,
    message,
    data: { ...data, name, instead: instead([...known]) },
    related: first ? [{ path: first.path, span: first.span, message: 'defined' }] : [],
    fixes: fix ? [fix] : [],
  };
}

function instead(known: readonly string[]): string {
  const [only, ...others] = known.slice(0, MOST_NAMED).map(each => `\`${each}\``);
  if (only === undefined) return 'define one of that name';
  const last = others.pop();
  return last === undefined ? `write ${only}` : `write ${[only, ...others].join(', ')} or ${last}`;
}

const MOST_NAMED = 4;

function quoted(name: string | undefined): string {
  return name === undefined ? 'here' : `\`${name}\``;
}
