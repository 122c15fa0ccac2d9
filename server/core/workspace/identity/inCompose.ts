import type { PortRange } from '../../../../registry/port.ts';
import { dirname } from '../../text/path.ts';
import type { Sighting, Snapshot } from '../snapshot.ts';
import type { Home, Homes } from './homes.ts';
import type { HostUnits } from './hostUnits.ts';
import { containerSpace, fileSpace, hostSpace, isDockerHost, isOwnMachine, type Space, TAKES } from './space.ts';
import type { Takers } from './takers.ts';

/** What is asked to tell where the number at a place lives. */
export interface Surroundings {
  readonly workspace: Snapshot;
  readonly homes: Homes;
  readonly units: HostUnits;
  readonly takers: Takers;
}

/** The spaces of a place in a compose file: a container of its project, or the machine that the project runs on. */
export function inCompose(
  { workspace, homes, units, takers }: Surroundings,
  { path, occurrence }: Sighting,
  range: PortRange,
): readonly Space[] {
  const { namespace, role, host, owner } = occurrence;
  const dialled = homes.dialled(path, occurrence);
  if (dialled.length > 0) return dialled.map(({ project, target }) => containerSpace({ project, service: target }));
  const projects = homes.projects(path);
  const onHost = (reason?: string): readonly Space[] =>
    projects.map(id => hostSpace(id, reason === undefined ? 'certain' : 'likely', reason));
  if (isDockerHost(host)) return onHost(`\`${host}\` is the machine around the container`);
  switch (namespace.kind) {
    case 'host':
      return onHost(TAKES.has(role) ? undefined : 'It is told to clients on this machine');
    case 'container': {
      const own = homesOf(homes, path, namespace.id, owner?.name);
      if (own.length === 0) return [fileSpace(path, namespace.id, 'container', `container of ${namespace.id}`)];
      if (role === 'connect' && host === namespace.id) return own.map(home => containerSpace(home, 'likely', UNSURE));
      const isLocal = !TAKES.has(role) && isOwnMachine(host);
      const isOutside =
        isLocal &&
        role === 'connect' &&
        !own.some(home => takers.inContainer(home.service, range)) &&
        projects.some(id => units.takes(id, range));
      return isOutside
        ? onHost('The container has no such port, and the machine has')
        : own.map(home => containerSpace(home));
    }
    case 'remote':
      return [remoteSpace(workspace, { path, occurrence })];
    default: {
      // `ZOOKEEPER_CLIENT_PORT` is where clients find the service itself.
      const own = homes.declared(path, owner?.name ?? '').filter(home => takers.inContainer(home.service, range));
      if (host !== undefined || own.length === 0) return [fileSpace(path, `${occurrence.span.start}`)];
      return own.map(home =>
        containerSpace(home, 'likely', 'The container has the number, and nothing says whose it is'),
      );
    }
  }
}

const UNSURE = 'The service may not be reached by this name from here';

/** Services that share the network of another have their ports there. */
function homesOf(homes: Homes, path: string, id: string, owner: string | undefined): readonly Home[] {
  return owner === id ? homes.declared(path, id) : homes.named(path, id);
}

/** The same name may be another machine for another project; an address with a dot is one everywhere. */
export function remoteSpace(workspace: Snapshot, { path, occurrence }: Sighting): Space {
  const { namespace, span } = occurrence;
  const host = namespace.kind === 'remote' ? namespace.id : '';
  // A host that nobody knows may be any.
  if (host === '' || /[\uFFFC$%<{(]/.test(host)) return fileSpace(path, `${span.start}`);
  const within = host.includes('.') ? (workspace.projectRoot(path)?.folder ?? '') : dirname(path);
  return { key: `remote ${within} ${host.toLowerCase()}`, kind: 'remote', name: host, certainty: 'certain' };
}
