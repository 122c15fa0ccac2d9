import { once } from '../../text/once.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { choiceFindings, type Verdict } from './choice.ts';
import { portsOfPodUsers } from './podUsers.ts';
import { portsUnderOwnLimit, usersInHostNetwork } from './serviceUser.ts';

type Message = 'unit' | 'rootless' | 'network' | 'limit' | 'node' | 'pod';

export const privilegedPort: Rule<Message> = defineRule({
  id: 'privileged-port',
  summary: 'A port below 1024 that its user may not open',
  severity: 'info',
  minConfidence: 'likely',
  fix: 'none',
  since: '0.1.0',
  messages: {
    unit: 'This unit runs as `{user}`, who may not listen on {port}: add AmbientCapabilities=CAP_NET_BIND_SERVICE, or choose a port from 1024 on',
    rootless:
      'This container runs without root, where {port} cannot be published: publish a port from 1024 on, or lower net.ipv4.ip_unprivileged_port_start on the host',
    network:
      '`{service}` runs as `{user}` in the network of the host, where {port} is for root: choose a port from 1024 on, or give it a network of its own',
    limit: '`{service}` runs as `{user}`, and its sysctl keeps ports below {limit} for root: lower it to {port}',
    node: '`{container}` runs as {user} in the network of its node, where {port} is for root: choose a port from 1024 on',
    pod: "`{container}` runs as {user}, who may listen on {port} only if the runtime allows it (containerd does since 2.0): choose a port from 1024 on, or set the pod's sysctl net.ipv4.ip_unprivileged_port_start",
  },
  *check(context) {
    const { facts } = context;
    if (facts.kubernetes) yield* ofPods(context);
    if (facts.format === 'systemd') yield* ofUnit(context);
    if (facts.format === 'quadlet' && isRootless(context)) yield* lowPorts(context, () => ({ message: 'rootless' }));
    if (!facts.compose) return;
    yield* ofHostNetwork(context);
    for (const { span, ...data } of portsUnderOwnLimit(context.workspace, facts.path))
      yield { at: { path: facts.path, span }, message: 'limit', data };
  },
});

/** https://docs.kernel.org/networking/ip-sysctl.html (`ip_unprivileged_port_start`) */
const FIRST_FOR_ALL = 1024;

/** What `judge` says of each single port that is for root. */
function lowPorts(
  context: RuleContext,
  judge: (taken: HostPort) => Verdict<Message> | undefined,
): Iterable<RawFinding<Message>> {
  return choiceFindings(context, ({ taken, only }) => {
    const verdict = only === undefined || only >= FIRST_FOR_ALL ? undefined : judge(taken);
    return verdict && { ...verdict, data: { ...verdict.data, port: taken.range.first } };
  });
}

function* ofPods({ workspace, facts }: RuleContext): Iterable<RawFinding<Message>> {
  for (const { user, onNode, container, port, span } of portsOfPodUsers(workspace, facts.path)) {
    if (port >= FIRST_FOR_ALL) continue;
    const who = user.id === undefined ? 'a user other than root' : `user ${user.id}`;
    yield { at: { path: facts.path, span }, message: onNode ? 'node' : 'pod', data: { container, port, user: who } };
  }
}

function ofUnit(context: RuleContext): Iterable<RawFinding<Message>> {
  const user = userOfUnit(context.facts.text);
  if (user === undefined) return [];
  return lowPorts(context, ({ occurrence }) =>
    occurrence?.role === 'listen' && occurrence.path[0] === 'Service' ? { message: 'unit', data: { user } } : undefined,
  );
}

/** The user whom a unit names, where nothing in it gives that user more rights. https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html */
function userOfUnit(text: string): string | undefined {
  const user = /^User[ \t]*=[ \t]*([a-z_][\w-]*)[ \t]*\r?$/im.exec(text)?.[1];
  const isHelped =
    /CAP_NET_BIND_SERVICE|PrivateNetwork|NetworkNamespacePath|\b(?:sudo|authbind|capsh)\b|^ExecStart[ \t]*=[ \t]*[-@:]*[+!]/m.test(
      text,
    );
  return user === undefined || user === 'root' || isHelped ? undefined : user;
}

/** Where Podman looks for the units of users. https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html */
function isRootless({ facts }: RuleContext): boolean {
  return /\/\.config\/containers\/systemd\/|\/containers\/systemd\/users\//.test(facts.path);
}

/** In the network of the host, Docker does not lower the limit. */
function ofHostNetwork(context: RuleContext): Iterable<RawFinding<Message>> {
  const { workspace, facts } = context;
  const users = once(() => usersInHostNetwork(workspace, facts.path));
  return lowPorts(context, ({ role, owner = '' }) => {
    const user = role === 'listen' ? users().get(owner) : undefined;
    return user === undefined ? undefined : { message: 'network', data: { service: owner, user } };
  });
}
