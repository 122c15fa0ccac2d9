import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence, PortRole } from '../../ports/occurrence.ts';
import { faultOf } from '../../ports/value.ts';
import { grouped } from '../../text/grouped.ts';
import { once } from '../../text/once.ts';
import { basename, dirname } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { ComposeProject } from '../../workspace/compose/composeProject.ts';
import { type Dialled, dialledIn } from '../../workspace/compose/dialled.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import { type HostPort, ofService } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { programOf } from '../hover/program.ts';
import type { Layer, MapPlace } from './mapPlace.ts';

/** Gives the places of one file after the other, so that a host can let others in between. */
export function createMapReader(snapshot: Snapshot): (path: string) => readonly MapPlace[] {
  const folders = once(() => grouped(snapshot.projects(), ({ id }) => dirname(id)));
  const builders = once(() => buildersOf(snapshot));
  const settings = once(() => settingsOf(snapshot));
  return path => {
    const facts = snapshot.facts(path);
    if (!facts) return [];
    const users = snapshot.usersOf(path);
    const [user] = users;
    const compose = projectOf(snapshot, path) ?? user?.project;
    const project = compose
      ? dirname(compose.id)
      : facts.kubernetes
        ? dirname(path)
        : nearest(folders(), dirname(path));
    const program = programOf(facts.format);
    const context: FileContext = {
      snapshot,
      facts,
      project,
      program: program && (serviceCalled(program, folders().get(project)) ?? program),
      service: builders().get(path) ?? (users.length === 1 ? user?.service.name : undefined),
      sets: ({ start }) => settings().get(`${path} ${start}`),
      images: new Map(compose?.services.map(({ name, imageName }) => [name, imageName])),
    };
    if (facts.projectFile) return planned(context);
    const dialled = once(() => dialledBy(snapshot, facts));
    const published = once(() => publishedMappings(snapshot, facts));
    const others = facts.occurrences.filter(
      // The other side of what takes a number on a machine is told there.
      ({ role, mapping }) => role !== 'target' || mapping === undefined || !published().has(mapping.id),
    );
    return [
      ...takersIn(snapshot, facts).flatMap(port =>
        port.occurrence && context.sets(port.span) ? [] : taken(context, port),
      ),
      ...others.flatMap(occurrence => other(context, occurrence, dialled)),
    ];
  };
}

interface FileContext {
  readonly snapshot: Snapshot;
  readonly facts: DocumentFacts;
  readonly project: string;
  /** The one service that has the file, or is built by it. */
  readonly service: string | undefined;
  /** Whose settings the file holds, by the name of the service that runs it. */
  readonly program: string | undefined;
  /** The variable that a value of the file sets for somebody else's port. */
  sets(span: Span): string | undefined;
  /** The images of the project's services. */
  readonly images: ReadonlyMap<string, string | undefined>;
}

/** The folder of the compose project around a file, else its own. */
function nearest(folders: ReadonlyMap<string, unknown>, start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === dirname(folder)) return start;
  }
}

/** `prometheus` for Prometheus. */
function serviceCalled(program: string, projects: readonly ComposeProject[] = []): string | undefined {
  const name = program.toLowerCase();
  for (const { services } of projects) {
    const found = services.find(service => service.name.toLowerCase() === name);
    if (found) return found.name;
  }
  return undefined;
}

/** The services that are built by a Dockerfile; none where there are several. */
function buildersOf(snapshot: Snapshot): ReadonlyMap<string, string | undefined> {
  const builders = new Map<string, string | undefined>();
  for (const { services } of snapshot.projects())
    for (const { name, dockerfiles } of services)
      for (const path of dockerfiles)
        builders.set(path, builders.has(path) && builders.get(path) !== name ? undefined : name);
  return builders;
}

/** A file that another one includes may have values there that it has not by itself. */
function takersIn(snapshot: Snapshot, { path, compose }: DocumentFacts): readonly HostPort[] {
  const own = snapshot.hostPorts(path);
  if (!compose) return own;
  const known = new Set(own.map(({ span }) => span.start));
  const others = snapshot.projectsOf(path).flatMap(project => {
    const found = snapshot
      .published(project)
      .filter(({ port, host }) => port.path === path && !known.has(host.span.start));
    for (const { host } of found) known.add(host.span.start);
    return found;
  });
  return [...own, ...others.map(ofService)];
}

/** The places of `.env` files that give compose projects their host ports, with the names of the variables. */
function settingsOf(snapshot: Snapshot): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const project of snapshot.projects())
    for (const { host, port } of snapshot.published(project)) {
      const definition = host.variable === undefined ? undefined : port.environment.definition(host.variable);
      if (definition) found.set(`${definition.path} ${definition.span.start}`, definition.name);
    }
  return found;
}

function taken({ facts, project, service, program, images }: FileContext, port: HostPort): MapPlace {
  const { span, range, protocols, role, machine, address, image, containerRange, published, occurrence } = port;
  const owner = published ? port.owner : (ownerName(facts, occurrence?.owner, service) ?? program);
  return {
    path: facts.path,
    span,
    token: occurrence?.token ?? published?.port.mapping.span ?? span,
    key: `${role} ${occurrence ? occurrence.path.join('.') : `${port.owner} ${range.first}`}`,
    range,
    protocols,
    role,
    layer: 'host',
    namespace: machine === 'unknown' ? { kind: 'unknown' } : { kind: machine },
    format: facts.format,
    owner,
    image: image ?? images.get(owner ?? ''),
    // Of a bare number nobody knows what it is bound to.
    address: published || occurrence?.binding || machine === 'node' ? address : undefined,
    inner: containerRange,
    host: undefined,
    target: undefined,
    scheme: occurrence?.scheme,
    words: wordsOf(occurrence, owner),
    sets: undefined,
    note: undefined,
    project,
  };
}

function wordsOf(occurrence: PortOccurrence | undefined, owner: string | undefined): readonly string[] {
  return (occurrence?.path ?? []).flatMap(word => (typeof word === 'string' && word !== owner ? [word] : []));
}

function other(
  { snapshot, facts, project, service, program, images, sets }: FileContext,
  occurrence: PortOccurrence,
  dialled: () => ReadonlyMap<PortOccurrence, Dialled>,
): readonly MapPlace[] {
  const { role, namespace, owner, confidence, host } = occurrence;
  // What takes a number on a machine is known better; a guess would only be noise here.
  const variable = sets(occurrence.span);
  if (confidence === 'guess' || faultOf(occurrence.value) || role === 'label') return [];
  if (!variable && (role === 'publish' || (role === 'listen' && isOfMachine(namespace)))) return [];
  const { range } = snapshot.resolve(facts.path, occurrence);
  if (!range || range.first === 0) return [];
  const call = CALLS.has(role) || role === 'listen' ? dialled().get(occurrence) : undefined;
  const name = ownerName(facts, owner, call?.caller?.name ?? service) ?? program;
  return [
    {
      path: facts.path,
      span: occurrence.span,
      token: occurrence.token,
      key: `${role} ${occurrence.path.join('.')}`,
      range,
      protocols: occurrence.protocols,
      role: call && role === 'listen' ? 'connect' : role,
      layer: call || variable ? 'dialled' : (LAYER[role] ?? 'dialled'),
      namespace,
      format: facts.format,
      owner: name,
      image: owner?.image ?? images.get(name ?? ''),
      address: role === 'listen' ? occurrence.binding?.address : undefined,
      inner: undefined,
      host: call?.host ?? host,
      target: call?.target.name,
      scheme: occurrence.scheme,
      words: wordsOf(occurrence, name),
      sets: variable,
      note: undefined,
      project,
    },
  ];
}

function isOfMachine({ kind }: PortOccurrence['namespace']): boolean {
  return kind === 'host' || kind === 'node';
}

const LAYER: Readonly<Partial<Record<PortRole, Layer>>> = { listen: 'inside', target: 'inside', expose: 'inside' };
const CALLS: ReadonlySet<PortRole> = new Set(['connect', 'probe']);

/** A stage of a Dockerfile is called by the service that it builds, else by the folder that it stands in: `bind` in `bind/9.18/`. */
function ownerName(
  { path }: DocumentFacts,
  owner: PortOccurrence['owner'],
  service: string | undefined,
): string | undefined {
  if (owner?.kind === 'stage') return service ?? folderName(dirname(path));
  return owner?.name ?? service;
}

/** The mappings whose outer side is a known number. */
function publishedMappings(snapshot: Snapshot, { path, occurrences }: DocumentFacts): ReadonlySet<number> {
  const found = new Set<number>();
  for (const occurrence of occurrences)
    if (occurrence.mapping?.side === 'publish' && snapshot.resolve(path, occurrence).range)
      found.add(occurrence.mapping.id);
  return found;
}

function folderName(folder: string): string {
  const name = basename(folder);
  const above = dirname(folder);
  return NAMELESS.test(name) && above !== folder && basename(above) !== '' ? folderName(above) : name;
}

/** What a version, or the tool, is called. */
const NAMELESS = /^(?:v?\d[\d.]*\w*|\.?docker|dockerfiles?|build|\.devcontainer|latest|image|container)$/i;

function dialledBy(snapshot: Snapshot, facts: DocumentFacts): ReadonlyMap<PortOccurrence, Dialled> {
  const found = new Map<PortOccurrence, Dialled>();
  for (const [first] of dialledIn(snapshot, facts)) if (first) found.set(first.occurrence, first);
  return found;
}

function planned({ facts, project }: FileContext): readonly MapPlace[] {
  return (facts.projectFile?.plan ?? []).map(({ range, span, owner, note }) => ({
    path: facts.path,
    span,
    token: span,
    key: `plan ${range.first}-${range.last}`,
    range,
    protocols: undefined,
    role: 'label',
    layer: 'planned',
    namespace: { kind: 'host' },
    format: facts.format,
    owner,
    image: undefined,
    address: undefined,
    inner: undefined,
    host: undefined,
    target: undefined,
    scheme: undefined,
    words: [],
    sets: undefined,
    note,
    project,
  }));
}
