import type { ComposeService, ServicePort } from '../../facts/compose.ts';
import { readServicePort } from '../../facts/servicePort.ts';
import { readImage } from '../../ports/image.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import type { Mapping } from '../../ports/read/mapping.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { onceEach } from '../../text/onceEach.ts';
import { optional } from '../../text/optional.ts';
import { type Environment, environmentOf } from '../environment.ts';
import { boundKey } from './boundKey.ts';
import type { ProjectFiles } from './composeFiles.ts';
import { declarationsOf } from './composeMerge.ts';
import type { Declaration, FactsOf } from './declaration.ts';
import { filledPath } from './filledPath.ts';

/** Compose services as they will run: files merged, variables filled in. */
export interface ComposeProject {
  /** The path of the first file: stable, and unlike that of any other project. */
  readonly id: string;
  /** Every file that takes part, included and extended ones too. */
  readonly files: readonly string[];
  /** Top-level `name`, where a file gives one. */
  readonly name?: string;
  readonly environment: Environment;
  /** The name alone tells that the last file is laid over the first. */
  readonly isOverlay: boolean;
  /** Profiles that `COMPOSE_PROFILES` in `.env` switches on, or a command line. */
  readonly activeProfiles: readonly string[];
  readonly services: readonly ProjectService[];
}

export interface ProjectService {
  readonly name: string;
  /** In merge order: what it extends, the base, overrides. */
  readonly declarations: readonly Declaration[];
  /** Undefined where it is built, or where a variable leaves it open. */
  readonly image?: string;
  /** As the registry tables name it. */
  readonly imageName?: string;
  readonly ports: readonly ProjectPort[];
  /** Holds `UNKNOWN` where a variable leaves it open. */
  readonly networkMode?: string;
  readonly profiles: readonly string[];
  readonly replacesCommand: boolean;
  /** The Dockerfiles that may build it, as absolute paths. */
  readonly dockerfiles: readonly string[];
  readonly buildTarget?: string;
  readonly isBuilt: boolean;
  /** Names with their values; undefined: nobody knows the value. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** Some `env_file` could not be read: more variables may be set. */
  readonly openEnvironment: boolean;
  readonly mounts: readonly string[];
}

/** One entry of `ports`, read with its variables filled in, at its own place. */
export interface ProjectPort {
  readonly path: string;
  readonly entry: ServicePort;
  readonly mapping: Mapping;
  readonly environment: Environment;
}

/** Assembles a project from its files in merge order, as Compose does. https://docs.docker.com/reference/compose-file/merge/ */
export function assemble(from: ProjectFiles, factsOf: FactsOf): ComposeProject | undefined {
  const [id] = from.files;
  if (id === undefined) return undefined;
  const { declarations, files, environment, name } = declarationsOf(from, factsOf);
  const dockerfilesOf = dockerfiles(factsOf);
  const profiles = environment.lookup('COMPOSE_PROFILES') ?? '';
  return {
    id,
    files,
    ...optional('name', name),
    environment,
    isOverlay: from.isOverlay === true,
    activeProfiles: from.profiles ?? profiles.split(',').filter(profile => profile !== ''),
    services: [...declarations].map(([service, all]) => merge(service, all, factsOf, dockerfilesOf)),
  };
}

function merge(
  name: string,
  declarations: readonly Declaration[],
  factsOf: FactsOf,
  dockerfilesOf: (declaration: Declaration) => readonly string[],
): ProjectService {
  const last = <T>(pick: (service: ComposeService) => T | undefined): T | undefined => {
    const found = declarations.findLast(({ service }) => pick(service) !== undefined);
    return found && pick(found.service);
  };
  const interpolated = (pick: (service: ComposeService) => Mapped | undefined): string | undefined => {
    const found = declarations.findLast(({ service }) => pick(service) !== undefined);
    const written = found && pick(found.service);
    return written && interpolate(written, 'dollar', found.environment.lookup).text;
  };
  const filled = (pick: (service: ComposeService) => Mapped | undefined): string | undefined => {
    const text = interpolated(pick);
    return text?.includes(UNKNOWN) ? undefined : text;
  };
  const image = interpolated(service => service.image);
  const isKnown = image?.includes(UNKNOWN) === false;
  const variables = variablesOf(declarations, factsOf);
  return {
    name,
    declarations,
    ...optional('image', isKnown ? image : undefined),
    ...optional('imageName', image === undefined ? undefined : nameOf(image)),
    ports: portsOf(declarations),
    ...optional(
      'networkMode',
      interpolated(service => service.networkMode),
    ),
    profiles: declarations.flatMap(({ service, environment }) =>
      service.profiles.map(profile => interpolate(profile, 'dollar', environment.lookup).text),
    ),
    replacesCommand: last(service => service.command ?? service.entrypoint) !== undefined,
    dockerfiles: declarations.flatMap(dockerfilesOf),
    ...optional(
      'buildTarget',
      filled(service => service.build?.target),
    ),
    isBuilt: last(service => service.build) !== undefined,
    ...variables,
    mounts: declarations.flatMap(({ service }) => service.mounts),
  };
}

/** Known also where the version is a variable's that nobody knows. */
function nameOf(image: string): string | undefined {
  const { name } = readImage(image);
  return name.includes(UNKNOWN) ? undefined : name;
}

/** The Dockerfiles that a build names, found without looking at all of the file's: it may have thousands. */
function dockerfiles(factsOf: FactsOf): (declaration: Declaration) => readonly string[] {
  const namedIn = onceEach((path: string) =>
    (factsOf(path)?.references ?? [])
      .filter(({ kind }) => kind === 'dockerfile')
      .toSorted((a, b) => a.span.start - b.span.start),
  );
  return ({ path, service }) => {
    const build = service.build?.span;
    if (!build) return [];
    const named = namedIn(path);
    const firstFrom = (offset: number): number => lowerBound(named, offset, ({ span }) => span.start);
    return named
      .slice(firstFrom(build.start), firstFrom(build.end + 1))
      .flatMap(({ span, path: dockerfile }) => (span.end <= build.end ? [dockerfile] : []));
  };
}

/** Entries of later files are appended; an entry that says the same as one of another file is that entry. */
function portsOf(declarations: readonly Declaration[]): readonly ProjectPort[] {
  let ports: ProjectPort[] = [];
  let earlier = new Set<string>();
  for (const { path, service, environment } of declarations) {
    if (service.portsTag) {
      ports = [];
      earlier = new Set();
    }
    if (service.portsTag === 'reset') continue;
    const own: string[] = [];
    for (const entry of service.ports) {
      const mapping = readServicePort(entry, text => interpolate(text, 'dollar', environment.lookup));
      const port = { path, entry, mapping, environment };
      const key = identity(port);
      own.push(key);
      if (!earlier.has(key)) ports.push(port);
    }
    for (const key of own) earlier.add(key);
  }
  return ports;
}

/** https://docs.docker.com/reference/compose-file/merge/#unique-resources */
function identity(port: ProjectPort): string {
  const { host, container, protocols } = port.mapping;
  return JSON.stringify([host?.value, container?.value, boundKey(port), protocols]);
}

function variablesOf(
  declarations: readonly Declaration[],
  factsOf: FactsOf,
): Pick<ProjectService, 'variables' | 'openEnvironment'> {
  const variables = new Map<string, string | undefined>();
  let openEnvironment = false;
  for (const { path, service, environment } of declarations) {
    for (const { path: written } of service.envFiles) {
      const named = filledPath(written, path, environment);
      const file = named === undefined ? undefined : factsOf(named);
      if (!file) openEnvironment = true;
      const values = environmentOf([file]);
      for (const { name } of file?.variables ?? []) variables.set(name, values.lookup(name));
    }
  }
  for (const { service, environment } of declarations) {
    for (const { name, value } of service.environment) {
      const text = value && interpolate(value, 'dollar', environment.lookup).text;
      variables.set(name, text?.includes(UNKNOWN) ? undefined : text);
    }
  }
  return { variables, openEnvironment };
}
