import { interpolate } from '../../ports/read/interpolate.ts';
import { addTo } from '../../text/addTo.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { onceEach } from '../../text/onceEach.ts';
import type { ComposeProject, ProjectService } from './composeProject.ts';

/** Which service of a project answers to a name, for whoever asks. https://docs.docker.com/compose/how-tos/networking/ */
export interface ServiceNetwork {
  /** Undefined where nobody of the project is meant for certain. Without a caller, any service of the project may ask. */
  serviceAt(host: string, caller: ProjectService | undefined): ProjectService | undefined;
  service(name: string): ProjectService | undefined;
}

/** Made once for many questions about a project. */
export function serviceNetwork({ services }: ComposeProject): ServiceNetwork {
  const byName = new Map(services.map(service => [service.name, service]));
  const byHost = new Map<string, ProjectService[]>();
  for (const service of services) for (const name of new Set(namesOf(service))) addTo(byHost, name, service);
  const networksOf = onceEach(networks);
  /** Whose network a service is in: its own, or that of the one whose it shares. */
  const homeOf = (service: ProjectService): ProjectService | undefined => {
    let home: ProjectService | undefined = service;
    for (let step = 0; home?.networkMode?.startsWith('service:') && step < services.length; step++)
      home = byName.get(home.networkMode.slice('service:'.length));
    return home;
  };
  return {
    service: name => byName.get(name),
    serviceAt(host, caller) {
      const home = caller && homeOf(caller);
      if (caller && (!home || !hasNames(home) || isRenamed(host, caller))) return undefined;
      const linked = caller && linkOf(host, caller);
      const named = byHost.get(host.toLowerCase()) ?? [];
      // Nobody gives one name to more services by hand.
      if (named.length > MOST_NAMESAKES) return undefined;
      const candidates = linked === undefined ? named : [byName.get(linked)];
      const [found, ...others] = candidates.filter(
        candidate =>
          candidate !== undefined && hasNames(candidate) && (!home || meet(networksOf(home), networksOf(candidate))),
      );
      return others.length === 0 ? found : undefined;
    },
  };
}

const MOST_NAMESAKES = 20;

/** Docker's own network `bridge` has no names, and that of the host has other ones. */
function hasNames({ networkMode }: ProjectService): boolean {
  return networkMode === undefined || networkMode === 'default';
}

/** True where both are in a network of the same name; without `networks`, in the project's default one. */
export function shareNetwork(a: ProjectService, b: ProjectService): boolean {
  return meet(networks(a), networks(b));
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some(name => b.includes(name));
}

function networks({ declarations }: ProjectService): readonly string[] {
  const all = declarations.flatMap(({ service }) => service.networks ?? []).map(({ name }) => name);
  return all.length === 0 ? ['default'] : all;
}

function namesOf({ name, declarations }: ProjectService): readonly string[] {
  const own = declarations.flatMap(({ service, environment }) =>
    [service.containerName, service.hostname].flatMap(written => textOf(written, environment.lookup)),
  );
  const aliases = declarations.flatMap(({ service }) => service.networks ?? []).flatMap(network => network.aliases);
  return [name, ...own, ...aliases].map(each => each.toLowerCase());
}

function textOf(written: Mapped | undefined, lookup: (name: string) => string | undefined): readonly string[] {
  const text = written && interpolate(written, 'dollar', lookup).text;
  return text === undefined || text === '' || text.includes(UNKNOWN) ? [] : [text];
}

/** `extra_hosts` gives the name an address outside the project. */
function isRenamed(host: string, { declarations }: ProjectService): boolean {
  return declarations.some(({ service }) => service.extraHosts.includes(host));
}

/** `links: ["db:database"]` */
function linkOf(host: string, { declarations }: ProjectService): string | undefined {
  for (const { service } of declarations)
    for (const { text } of service.links) {
      const [name, alias = name] = text.split(':');
      if (alias === host) return name;
    }
  return undefined;
}
