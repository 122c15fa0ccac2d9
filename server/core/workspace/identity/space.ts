import { type Address, isLoopback, readAddress } from '../../ports/address.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import type { Home } from './homes.ts';

/** A set of port numbers in which each number is one port: a machine, a container, a pod, a Service, a far host. */
export interface Space {
  /** Equal for the same space of one snapshot, and stable while its files and names stay. */
  readonly key: string;
  readonly kind: 'host' | 'container' | 'pod' | 'service' | 'node' | 'remote' | 'file';
  /** For people: `host`, `container of web`. */
  readonly name: string;
  /** likely: the place may as well mean another space. */
  readonly certainty: Certainty;
  /** Why it is only likely, for people. */
  readonly reason?: string;
  /** The service whose container it is. */
  readonly home?: Home;
}

export type Certainty = 'certain' | 'likely';

export function containerSpace(home: Home, certainty: Certainty = 'certain', reason?: string): Space {
  const { project, service } = home;
  const key = `container ${project.id} ${service.name}`;
  return {
    key,
    kind: 'container',
    name: `container of ${service.name}`,
    certainty,
    home,
    ...(reason !== undefined && { reason }),
  };
}

/** The machine that a project runs on, as far as this project uses it. */
export function hostSpace(project: string, certainty: Certainty = 'certain', reason?: string): Space {
  return { key: `host ${project}`, kind: 'host', name: 'host', certainty, ...(reason !== undefined && { reason }) };
}

/** Nothing is known of it outside its file. */
export function fileSpace(path: string, id: string, kind: Space['kind'] = 'file', name = 'this file'): Space {
  return { key: `${kind} ${path} ${id}`, kind, name, certainty: 'certain' };
}

/** Takes the number for itself, or is what makes it to be taken. */
export const TAKES: ReadonlySet<PortRole> = new Set(['listen', 'publish', 'target', 'expose']);

/** A host by which a machine means itself, or the one that its containers run on. */
export function isOwnMachine(host: string | undefined): boolean {
  if (host === undefined || host === '') return false;
  const address: Address = readAddress(host);
  return isLoopback(address) || address.kind === 'any' || isDockerHost(host);
}

/** Names that container engines give to the machine around a container. */
export function isDockerHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:host|gateway)\.docker\.internal$|^host\.containers\.internal$/i.test(host);
}
