import type { Port, PortRange } from '../../../registry/port.ts';
import type { DocumentFacts } from '../facts/document.ts';
import type { PlannedPorts } from '../facts/projectFile.ts';
import type { PortOccurrence, PortRole } from '../ports/occurrence.ts';
import { indexByPort } from '../ports/portIndex.ts';
import { readConnection } from '../ports/read/connection.ts';
import { readPort } from '../ports/read/port.ts';
import { type PortText, type PortValue, writtenRange } from '../ports/value.ts';
import { addTo } from '../text/addTo.ts';
import { grouped } from '../text/grouped.ts';
import { opaque } from '../text/mapped.ts';
import { once } from '../text/once.ts';
import { onceEach } from '../text/onceEach.ts';
import { dirname } from '../text/path.ts';
import { type Cluster, createCluster } from './cluster/cluster.ts';
import { projectFiles } from './compose/composeFiles.ts';
import type { ComposeProject, ProjectService } from './compose/composeProject.ts';
import { contestedPorts } from './compose/contestedPorts.ts';
import { createFileUsers, type FileUser } from './compose/fileUsers.ts';
import type { ProjectCache } from './compose/projectCache.ts';
import { type PublishedPort, publishedPorts } from './compose/publishedPorts.ts';
import type { Definition, Environment } from './environment.ts';
import { type HostPort, hostPorts } from './hostPorts.ts';
import { type ProjectRoot, type ProjectSettings, plansIn, projectSettingsIn, rootAround } from './projectSettings.ts';
import { createVariableSources } from './variableSources.ts';

/** An immutable view of all documents. A change makes a new one with a higher revision and shares the rest. */
export interface Snapshot {
  readonly revision: number;
  readonly roots: readonly string[];
  facts(path: string): DocumentFacts | undefined;
  documents(): Iterable<DocumentFacts>;
  /** Those that lie in the folder itself. */
  inFolder(folder: string): readonly DocumentFacts[];
  /** What the project that a path belongs to has settled; undefined where it has no project file. */
  project(path: string): ProjectSettings | undefined;
  /** Where the project file of a path is, or would be. */
  projectRoot(path: string): ProjectRoot | undefined;
  /** The port plans of all projects. */
  plan(): readonly PlannedPorts[];
  /** Every place whose written numbers overlap the range, in the order in which the documents were told of. */
  at(range: PortRange): readonly Sighting[];
  /** Every place whose port has this role. */
  withRole(role: PortRole): readonly Sighting[];
  /** True where the number stands in a file or is published, by itself or within a range. */
  isTaken(port: Port): boolean;
  /** The compose projects that a file takes part in, as they will run; most have one, a base with overlays several. */
  projectsOf(path: string): readonly ComposeProject[];
  projects(): readonly ComposeProject[];
  /** What a project publishes, in the order of its services. */
  published(project: ComposeProject): readonly PublishedPort[];
  /** Every mapping of any project whose host ports overlap the range. */
  publishers(range: PortRange): readonly PublishedPort[];
  /** How many host ports are wanted in several folders of a root: many in a collection, few where all of it runs. */
  contestedPorts(root: string): number;
  /** What a file takes on the machine that it is about, whatever its format. */
  hostPorts(path: string): readonly HostPort[];
  /** The Kubernetes objects of all files. */
  cluster(): Cluster;
  /** The services of compose projects that have a file: their variables, a mount, a copy in their image. */
  usersOf(path: string): readonly FileUser[];
  /** The other way round: files and folders, known or not. */
  filesOf(service: ProjectService): readonly string[];
  /** What a variable of a file is worth at an offset, where its default or another file tells. */
  lookup(path: string, name: string, offset: number): Definition | undefined;
  /** What the value at a place will be, with the way on which it was found. */
  resolve(path: string, place: PortText): Resolution;
}

export interface Sighting {
  readonly path: string;
  readonly occurrence: PortOccurrence;
}

export interface Resolution {
  readonly range: PortRange | undefined;
  /** Where the variable that decided is defined; absent for a literal or a fallback. */
  readonly definition?: Definition;
  /** The name of the variable whose fallback decided. */
  readonly fallbackOf?: string;
}

/** Nothing is computed before it is asked for, and then once. */
export function createSnapshot(
  revision: number,
  documents: ReadonlyMap<string, DocumentFacts>,
  roots: readonly string[],
  cache: ProjectCache,
  projectRoots: readonly ProjectRoot[],
): Snapshot {
  const factsOf = (path: string): DocumentFacts | undefined => documents.get(path);
  const projects = once((): readonly ComposeProject[] =>
    projectFiles(documents.values(), factsOf).flatMap(files => cache.project(files, factsOf) ?? []),
  );
  const projectsByFile = once(() => {
    const byFile = new Map<string, ComposeProject[]>();
    for (const project of projects()) {
      for (const path of project.files) addTo(byFile, path, project);
    }
    return byFile;
  });
  const byFolder = once(() => grouped(documents.values(), ({ path }) => dirname(path)));
  const published = onceEach(publishedPorts);
  const publishers = indexByPort(
    () => projects().flatMap(published),
    ({ hostRange }) => hostRange,
  );
  const sources = createVariableSources(documents);
  const taken = once(() => takenPorts(documents.values(), projects().flatMap(published)));
  const projectsOf = (path: string): readonly ComposeProject[] => projectsByFile().get(path) ?? [];
  const users = createFileUsers(projects, factsOf);
  const snapshot: Snapshot = {
    revision,
    roots,
    facts: factsOf,
    documents: () => documents.values(),
    inFolder: folder => byFolder().get(folder) ?? [],
    project: projectSettingsIn(projectRoots, factsOf),
    projectRoot: path => rootAround(projectRoots, path),
    plan: once(() => plansIn(projectRoots, factsOf)),
    at: range =>
      [...documents.values()].flatMap(({ path, byPort }) => byPort.at(range).map(occurrence => ({ path, occurrence }))),
    withRole: onceEach(role => sightings(documents.values(), role)),
    isTaken: port => taken().has(port),
    published,
    publishers: publishers.at,
    contestedPorts: onceEach(root => contestedPorts(projects(), published, root)),
    hostPorts: onceEach((path): readonly HostPort[] => {
      const facts = factsOf(path);
      return facts ? hostPorts(snapshot, facts) : [];
    }),
    cluster: once(() => createCluster(() => documents.values())),
    projects,
    projectsOf,
    usersOf: path => users.usersOf(path),
    filesOf: service => users.filesOf(service),
    lookup: (path, name, offset) => sources.environment(factsOf(path), offset).definition(name),
    resolve: (path, { value, span }) => {
      const project = environmentIn(projectsOf(path)[0], path);
      return resolve(value, project ?? sources.environment(factsOf(path), span.start));
    },
  };
  return snapshot;
}

/** What an `include` brings in has variables of its own. */
function environmentIn(project: ComposeProject | undefined, path: string): Environment | undefined {
  for (const { declarations } of project?.services ?? []) {
    const own = declarations.find(declaration => declaration.path === path);
    if (own) return own.environment;
  }
  return project?.environment;
}

function sightings(documents: Iterable<DocumentFacts>, role: PortRole): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const { path, occurrences } of documents) {
    for (const occurrence of occurrences) if (occurrence.role === role) found.push({ path, occurrence });
  }
  return found;
}

function takenPorts(documents: Iterable<DocumentFacts>, published: readonly PublishedPort[]): ReadonlySet<number> {
  const taken = new Set<number>();
  const take = (range: PortRange | undefined): void => {
    for (let port: number = range?.first ?? 1; port <= (range?.last ?? 0); port++) taken.add(port);
  };
  // What is planned is not taken yet.
  for (const { occurrences, projectFile } of documents)
    if (!projectFile) for (const { value } of occurrences) take(writtenRange(value));
  for (const { hostRange } of published) take(hostRange);
  return taken;
}

function resolve(value: PortValue, environment: Environment): Resolution {
  if (value.kind === 'range') return { range: value.range };
  if (value.kind !== 'variable') return { range: undefined };
  const definition = environment.definition(value.name);
  const range = definition && rangeIn(definition);
  if (definition && range) return { range, definition };
  if (value.fallback === undefined) return { range: undefined };
  const inner = resolve(value.fallback, environment);
  return inner.definition || inner.fallbackOf !== undefined ? inner : { ...inner, fallbackOf: value.name };
}

/** A variable is set to the port itself, or to an address that holds one. */
function rangeIn({ value, span }: Definition): PortRange | undefined {
  const text = opaque(value, span);
  const own = writtenRange(readPort(text, 0, value.length, '-').value);
  if (own) return own;
  const [port, ...others] = readConnection(text);
  return others.length === 0 ? writtenRange(port?.value) : undefined;
}
