import type { Port } from '../../../../registry/port.ts';
import type { ComposeService } from '../../facts/compose.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { dockerfileOf, stageChain } from '../../workspace/containers/stageChain.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** The services of a file that are in the network of the host, with their users where those may not open all ports. */
export function usersInHostNetwork(workspace: Snapshot, path: string): ReadonlyMap<string, string> {
  const services = workspace.projectsOf(path).flatMap(project => project.services);
  return new Map(
    services.flatMap(service => {
      const user = service.networkMode === 'host' ? userOf(workspace, service) : undefined;
      return user === undefined ? [] : [[service.name, user]];
    }),
  );
}

export interface LimitedPort {
  readonly service: string;
  readonly user: string;
  /** The lowest port for all users, of the sysctl. */
  readonly limit: number;
  readonly port: Port;
  readonly span: Span;
}

/** The container's sides of mappings, where a sysctl of the service takes back that Docker opens all ports to all. */
export function* portsUnderOwnLimit(workspace: Snapshot, path: string): Iterable<LimitedPort> {
  const limits = new Map<ProjectService, { readonly limit: number; readonly user: string } | undefined>();
  for (const { published } of workspace.hostPorts(path)) {
    if (!published?.container || !published.containerRange) continue;
    const { service, container, containerRange } = published;
    const known = limits.has(service) ? limits.get(service) : limitOf(workspace, service);
    limits.set(service, known);
    if (known && containerRange.last < known.limit)
      yield { service: service.name, ...known, port: containerRange.first, span: container.span };
  }
}

function limitOf(workspace: Snapshot, service: ProjectService): { limit: number; user: string } | undefined {
  const limit = Number(lastOf(service, ({ sysctls }) => sysctls.get('net.ipv4.ip_unprivileged_port_start')));
  const user = limit > 0 ? userOf(workspace, service) : undefined;
  return user === undefined ? undefined : { limit, user };
}

/** The user of a service, where it is known, is not root, and gets no right to open the ports that are for root. */
function userOf(workspace: Snapshot, service: ProjectService): string | undefined {
  if (hasRights(service)) return undefined;
  const user = lastOf(service, each => each.user) ?? userOfImage(workspace, service);
  const name = user?.split(':')[0] ?? '';
  return /^[\w-]+$/.test(name) && !/^(?:root|0+)$/.test(name) ? name : undefined;
}

/** The last value of the service's files, with variables filled in. */
function lastOf(
  { declarations }: ProjectService,
  pick: (service: ComposeService) => Mapped | undefined,
): string | undefined {
  const found = declarations.findLast(({ service }) => pick(service) !== undefined);
  const written = found && pick(found.service);
  return written && interpolate(written, 'dollar', found.environment.lookup).text;
}

function hasRights(service: ProjectService): boolean {
  const privileged = lastOf(service, each => each.privileged);
  return (
    (privileged !== undefined && privileged !== 'false') ||
    service.declarations.some(({ service: { addedCapabilities } }) =>
      addedCapabilities.some(({ text }) => /^(?:all|(?:cap_)?net_bind_service)$|\$/i.test(text)),
    )
  );
}

/** A program whose file has the capability needs no root. */
function userOfImage(workspace: Snapshot, service: ProjectService): string | undefined {
  const dockerfile = dockerfileOf(workspace, service);
  if (!dockerfile || /\bsetcap\b/.test(dockerfile.text)) return undefined;
  return stageChain(dockerfile, service.buildTarget).find(stage => stage.user !== undefined)?.user?.text;
}
