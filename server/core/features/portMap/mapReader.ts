import type { PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence, PortRole } from '../../ports/occurrence.ts';
import { faultOf, writtenRange } from '../../ports/value.ts';
import { grouped } from '../../text/grouped.ts';
import { once } from '../../text/once.ts';
import { dirname } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { type Dialled, dialledIn } from '../../workspace/compose/dialled.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { hostSpace, isOwnMachine } from '../../workspace/identity/space.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { programOf } from '../hover/program.ts';
import { settingsOf, takersIn } from './composeTakers.ts';
import type { Layer, MapPlace } from './mapPlace.ts';
import { buildersOf, nearest, ownerName, serviceCalled } from './whose.ts';

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

function taken({ snapshot, facts, project, service, program, images }: FileContext, port: HostPort): MapPlace {
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
    inner: containerRange ?? (occurrence && machine === 'node' ? servicePort(snapshot, facts, occurrence) : undefined),
    host: undefined,
    target: undefined,
    scheme: occurrence?.scheme,
    words: wordsOf(occurrence, owner),
    sets: undefined,
    note: undefined,
    project,
  };
}

/** The port of the Service that is reached by a node port. */
function servicePort(snapshot: Snapshot, { path }: DocumentFacts, { span }: PortOccurrence): PortRange | undefined {
  for (const { object } of snapshot.cluster().objectsOf(path)) {
    const found = object.service?.ports.find(({ nodePort }) => nodePort?.span.start === span.start);
    if (found) return writtenRange(found.number.value);
  }
  return undefined;
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
      target:
        call?.target.name ??
        (isOwnMachine(host) && CALLS.has(role) ? answering(snapshot, facts, occurrence, range) : undefined),
      scheme: occurrence.scheme,
      words: wordsOf(occurrence, name),
      sets: variable,
      note: undefined,
      project,
    },
  ];
}

/** The only service that publishes what is dialled on its machine. */
function answering(
  snapshot: Snapshot,
  { path }: DocumentFacts,
  occurrence: PortOccurrence,
  range: PortRange,
): string | undefined {
  const hosts = snapshot
    .samePorts()
    .spaces({ path, occurrence })
    .filter(({ kind }) => kind === 'host');
  const projects = new Set(hosts.map(({ key }) => key));
  if (projects.size === 0) return undefined;
  const publishers = snapshot.publishers(range).filter(({ project }) => projects.has(hostSpace(project.id).key));
  const names = new Set(publishers.map(({ service }) => service.name));
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

function isOfMachine({ kind }: PortOccurrence['namespace']): boolean {
  return kind === 'host' || kind === 'node';
}

const LAYER: Readonly<Partial<Record<PortRole, Layer>>> = { listen: 'inside', target: 'inside', expose: 'inside' };
const CALLS: ReadonlySet<PortRole> = new Set(['connect', 'probe']);

/** The mappings whose outer side is a known number. */
function publishedMappings(snapshot: Snapshot, { path, occurrences }: DocumentFacts): ReadonlySet<number> {
  const found = new Set<number>();
  for (const occurrence of occurrences)
    if (occurrence.mapping?.side === 'publish' && snapshot.resolve(path, occurrence).range)
      found.add(occurrence.mapping.id);
  return found;
}

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
