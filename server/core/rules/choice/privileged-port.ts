import { dockerfileOf, stageChain } from '../../workspace/stageChain.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';
import { choiceFindings } from './choice.ts';

export const privilegedPort: Rule<'unit' | 'rootless' | 'network'> = defineRule({
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
  },
  check(context) {
    const { facts } = context;
    const mayApply = facts.compose !== undefined || facts.format === 'systemd' || facts.format === 'quadlet';
    if (!mayApply) return [];
    const unitUser = facts.format === 'systemd' ? userOfUnit(facts.text) : undefined;
    return choiceFindings(context, ({ taken, only }) => {
      if (only === undefined || only >= FIRST_FOR_ALL) return undefined;
      const data = { port: only };
      if (taken.role === 'publish') return isRootless(context) ? { message: 'rootless', data } : undefined;
      if (unitUser !== undefined && taken.occurrence?.path[0] === 'Service')
        return { message: 'unit', data: { ...data, user: unitUser } };
      const service = facts.compose && taken.owner;
      const user = service === undefined ? undefined : userOfService(context, service);
      return service === undefined || user === undefined
        ? undefined
        : { message: 'network', data: { ...data, service, user } };
    });
  },
});

/** https://docs.kernel.org/networking/ip-sysctl.html (`ip_unprivileged_port_start`) */
const FIRST_FOR_ALL = 1024;

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
  return (
    facts.format === 'quadlet' && /\/\.config\/containers\/systemd\/|\/containers\/systemd\/users\//.test(facts.path)
  );
}

/** The user of a service that is built here and shares the network of the host, where Docker does not lower the limit. */
function userOfService({ workspace, facts }: RuleContext, name: string): string | undefined {
  const services = workspace.projectsOf(facts.path).flatMap(project => project.services);
  const service = services.find(each => each.name === name);
  if (service?.networkMode !== 'host') return undefined;
  // A user of its own, or another limit, may stand in the file.
  const isChanged = service.declarations.some(({ path, service: { span } }) =>
    /\b(?:user|sysctls|privileged|cap_add)["']?[ \t]*:/.test(
      workspace.facts(path)?.text.slice(span.start, span.end) ?? '',
    ),
  );
  const dockerfile = isChanged ? undefined : dockerfileOf(workspace, service);
  const chain = dockerfile ? stageChain(dockerfile, service.buildTarget) : [];
  const user = chain.find(stage => stage.user !== undefined)?.user?.text.split(':')[0];
  return user === undefined || !/^[\w-]+$/.test(user) || /^(?:root|0)$/.test(user) ? undefined : user;
}
