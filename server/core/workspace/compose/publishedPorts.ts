import type { PortRange } from '../../../../registry/port.ts';
import { type PortText, writtenRange } from '../../ports/value.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import type { ComposeProject, ProjectPort, ProjectService } from './composeProject.ts';

/** A mapping that Docker will make: a fixed host port of a service that has a network of its own. */
export interface PublishedPort {
  readonly project: ComposeProject;
  readonly service: ProjectService;
  readonly port: ProjectPort;
  readonly host: PortText;
  readonly hostRange: PortRange;
  /** Undefined where it is missing, faulty, or unknown. */
  readonly container: PortText | undefined;
  readonly containerRange: PortRange | undefined;
}

/** Every fixed host port of a project. Services that share the host's or another's network publish nothing. */
export function publishedPorts(project: ComposeProject): readonly PublishedPort[] {
  return project.services.flatMap(service =>
    hasOwnNetwork(service) ? service.ports.flatMap(port => published(project, service, port) ?? []) : [],
  );
}

/** False also where a variable leaves it open. */
export function hasOwnNetwork({ networkMode = '' }: ProjectService): boolean {
  return !/^(?:host$|service:|container:|none$)/.test(networkMode) && !networkMode.includes(UNKNOWN);
}

function published(project: ComposeProject, service: ProjectService, port: ProjectPort): PublishedPort | undefined {
  const { host, container, faults } = port.mapping;
  const hostRange = writtenRange(host?.value);
  // Port 0 lets the system choose, and what Docker refuses is published by nobody.
  if (!host || !hostRange || hostRange.first === 0 || faults.length > 0 || hangsOnUnset(port)) return undefined;
  return { project, service, port, host, hostRange, container, containerRange: writtenRange(container?.value) };
}

/** `${PUBLISH:+8080:}80` says 8080 only where somebody sets the variable, and no file does. */
function hangsOnUnset({ entry, environment }: ProjectPort): boolean {
  const { text } = (entry.form === 'short' ? entry.text : entry.published) ?? { text: '' };
  return [...text.matchAll(/\$\{(\w+):?\+/g)].some(([, name = '']) => environment.lookup(name) === undefined);
}
