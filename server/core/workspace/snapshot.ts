import type { Port, PortRange } from '../../../registry/port.ts';
import type { DocumentFacts } from '../facts/document.ts';
import type { PlannedPorts } from '../facts/projectFile.ts';
import type { PortOccurrence, PortRole } from '../ports/occurrence.ts';
import { readConnection } from '../ports/read/connection.ts';
import { readPort } from '../ports/read/port.ts';
import { type PortText, type PortValue, writtenRange } from '../ports/value.ts';
import { opaque } from '../text/mapped.ts';
import { once } from '../text/once.ts';
import { onceEach } from '../text/onceEach.ts';
import { type Cluster, keptCluster } from './cluster/cluster.ts';
import type { ComposeProject, ProjectService } from './compose/composeProject.ts';
import { type FileUser, filesOf } from './compose/fileUsers.ts';
import { createProjects, type Projects } from './compose/projects.ts';
import type { PublishedPort } from './compose/publishedPorts.ts';
import { type Documents, type Sighting, withDocument } from './documents.ts';
import type { Definition, Environment } from './environment.ts';
import { type HostPort, hostPorts } from './hostPorts.ts';
import { createSamePorts, type SamePort, type SamePorts } from './identity/samePort.ts';
import { type ProjectRoot, type ProjectSettings, plansIn, projectSettingsIn, rootAround } from './projectSettings.ts';
import { takenPorts } from './takenPorts.ts';
import { createVariableSources, type VariableSources } from './variableSources.ts';

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
  /** True where the number stands in a file or is published, by itself or within a range; rules for many ports aside. */
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
  /** Every place that means the port which this one means. */
  samePort(path: string, occurrence: PortOccurrence): SamePort | undefined;
  /** The same by spaces, for who asks more. */
  samePorts(): SamePorts;
  /** The same view with one document read otherwise: what would be if its text were another. */
  withDocument(facts: DocumentFacts): Snapshot;
}

export type { Sighting };

export interface Resolution {
  readonly range: PortRange | undefined;
  /** Where the variable that decided is defined; absent for a literal or a fallback. */
  readonly definition?: Definition;
  /** The name of the variable whose fallback decided. */
  readonly fallbackOf?: string;
}

/** What is kept of one snapshot for the next. Nothing is computed before it is asked for. */
export interface Memory {
  readonly projects: (documents: Documents) => Projects;
  readonly sources: (documents: Documents) => VariableSources;
  readonly cluster: (documents: Documents) => Cluster;
}

export function createMemory(): Memory {
  return { projects: createProjects(), sources: createVariableSources(), cluster: keptCluster() };
}

export function createSnapshot(
  revision: number,
  documents: Documents,
  roots: readonly string[],
  memory: Memory,
  projectRoots: readonly ProjectRoot[],
): Snapshot {
  const factsOf = documents.get;
  const projects = memory.projects(documents);
  const sources = memory.sources(documents);
  const same = once((): SamePorts => createSamePorts(snapshot));
  const snapshot: Snapshot = {
    revision,
    roots,
    facts: factsOf,
    documents: documents.all,
    inFolder: documents.inFolder,
    project: projectSettingsIn(projectRoots, factsOf),
    projectRoot: path => rootAround(projectRoots, path),
    plan: once(() => plansIn(projectRoots, factsOf)),
    at: documents.at,
    withRole: onceEach(documents.withRole),
    isTaken: takenPorts({ publishers: projects.publishers, at: documents.at, facts: factsOf }),
    published: projects.published,
    publishers: projects.publishers,
    contestedPorts: projects.contestedPorts,
    hostPorts: onceEach((path): readonly HostPort[] => {
      const facts = factsOf(path);
      return facts ? hostPorts(snapshot, facts) : [];
    }),
    cluster: () => memory.cluster(documents),
    projects: projects.all,
    projectsOf: projects.of,
    usersOf: projects.usersOf,
    filesOf: service => [...filesOf(service, factsOf)].map(([path]) => path),
    lookup: (path, name, offset) => sources.environment(factsOf(path), offset).definition(name),
    resolve: (path, { value, span }) => {
      const project = environmentIn(projects.of(path)[0], path);
      return resolve(value, project ?? sources.environment(factsOf(path), span.start));
    },
    samePort: (path, occurrence) => same().of({ path, occurrence }),
    samePorts: () => same(),
    withDocument: facts => createSnapshot(revision, withDocument(documents, facts), roots, memory, projectRoots),
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
