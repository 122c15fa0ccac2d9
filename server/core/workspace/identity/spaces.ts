import type { PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { PIPELINES } from '../../facts/pipelines.ts';
import type { PortOccurrence, PortRole } from '../../ports/occurrence.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import { basename, dirname } from '../../text/path.ts';
import { chainFrom } from '../containers/stageChain.ts';
import type { Sighting } from '../snapshot.ts';
import { type ClusterPlaces, podSpace, serviceSpace } from './inCluster.ts';
import { inCompose, remoteSpace, type Surroundings, takesInside } from './inCompose.ts';
import { containerSpace, fileSpace, isOwnMachine, type Space, TAKES } from './space.ts';

export interface Around extends Surroundings {
  readonly cluster: ClusterPlaces;
}

/** The spaces in which the number at a place is a port: mostly one, and several for what more than one thing uses. */
export function spacesOf(around: Around, place: Sighting, range: PortRange): readonly Space[] {
  const { path, occurrence } = place;
  const facts = around.workspace.facts(path);
  if (!facts) return [];
  const known = facts.kubernetes ? inObjects(around, place) : [];
  if (known.length > 0) return known;
  if (facts.compose) return inCompose(around, place, range);
  const stages = facts.stages ? inStage(around, facts, occurrence) : [];
  return stages.length > 0 ? stages : inFile(around, facts, place, range);
}

/** A port of an object of Kubernetes, or one that its containers dial. */
function inObjects({ cluster, workspace }: Around, { path, occurrence }: Sighting): readonly Space[] {
  const known = cluster.at(path, occurrence);
  if (known) return known.spaces;
  const { host, span } = occurrence;
  const object = cluster.objectAt(path, span.start);
  if (!object || host === undefined) return [];
  if (isOwnMachine(host)) return object.object.pod && !TAKES.has(occurrence.role) ? [podSpace(object)] : [];
  const [name = '', namespace] = host.split('.');
  const namespaces = namespace === undefined ? undefined : [namespace];
  return (workspace.cluster().serviceNamed(object, name) ?? [])
    .filter(service => namespaces === undefined || namespaces.includes(service.object.namespace ?? namespaces[0] ?? ''))
    .map(serviceSpace);
}

/** A port of an image, and so of the containers that run it. Stages that come from one another are one image to a reader. */
function inStage({ homes }: Around, facts: DocumentFacts, occurrence: PortOccurrence): readonly Space[] {
  const { stages = [], path } = facts;
  const { namespace, host, role, span } = occurrence;
  if (namespace.kind === 'remote' || (role === 'connect' && !isOwnMachine(host))) return [];
  const stage = stages[lowerBound(stages, span.start + 1, each => each.span.start) - 1];
  if (!stage) return [];
  const first = chainFrom(facts, stage).at(-1) ?? stage;
  const image = fileSpace(path, `${first.span.start}`, 'container', `image of ${basename(path)}`);
  return [image, ...homes.built(stage).map(home => containerSpace(home))];
}

/** A file that describes no containers: who has it, and what is beside it, tells where it counts. */
function inFile(around: Around, facts: DocumentFacts, place: Sighting, range: PortRange): readonly Space[] {
  const { workspace, homes, units } = around;
  const { path, occurrence } = place;
  const { namespace, role, host, confidence } = occurrence;
  const dialled = homes.dialled(path, occurrence).filter(({ caller }) => caller || !PIPELINES.has(facts.format));
  if (dialled.length > 0)
    return dialled.map(({ project, target: service, caller }) =>
      caller ? containerSpace({ project, service }) : containerSpace({ project, service }, 'likely', BESIDE),
    );
  const users = homes.users(path);
  if (namespace.kind === 'host' || namespace.kind === 'node') {
    const inside = TAKES.has(role) ? users.map(user => containerSpace(user, 'likely', COPIED)) : [];
    return [...ownMachine(around, facts, place, range), ...inside];
  }
  if (namespace.kind === 'container' || namespace.kind === 'pod' || namespace.kind === 'cluster')
    return [fileSpace(path, namespace.id, namespace.kind === 'cluster' ? 'service' : namespace.kind, namespace.id)];
  if (isOwnMachine(host) && !TAKES.has(role)) {
    const inside = users.filter(user => takesInside(workspace, user, range));
    if (inside.length > 0) return inside.map(user => containerSpace(user));
    const nearest = units.nearest(path, range, DIALS);
    if (isVariables(facts)) return orOwn(nearest, place);
    return takesItself(facts, range) ? [machine(facts)] : [machine(facts), ...nearest];
  }
  if (namespace.kind === 'remote') return [remoteSpace(workspace, path, namespace.id)];
  if (confidence === 'guess') return [alone(place)];
  if (users.length > 0 && (TAKES.has(role) || role === 'probe')) return users.map(user => containerSpace(user));
  if (role === 'target' || role === 'expose') return [alone(place)];
  if (NEAR.has(role)) return orOwn(units.nearest(path, range, BY_NUMBER), place);
  if (TAKES.has(role) || role === 'probe')
    return isVariables(facts) ? [alone(place), ...units.nearest(path, range, BY_NUMBER)] : [machine(facts)];
  return [alone(place)];
}

const BESIDE = 'The file lies beside the project, and nothing says that it is used there';
const COPIED = 'The file is in the container too';
const DIALS = 'It is dialled on this machine';
const BY_NUMBER = 'It has the number, and nothing says on which machine';
const TAKEN_TOO = 'The number is taken on this machine by more than one';

/** What speaks of a machine without being there. */
const NEAR: ReadonlySet<PortRole> = new Set(['forward', 'allow', 'deny', 'advertise']);

/** What takes a port of its machine has it with all of its file, and with the project whose machine it is. */
function ownMachine(
  { units, workspace }: Around,
  facts: DocumentFacts,
  place: Sighting,
  range: PortRange,
): readonly Space[] {
  const { path, occurrence } = place;
  if (facts.projectFile)
    return orOwn(units.within(workspace.projectRoot(path)?.folder ?? dirname(path), range, PLANNED), place);
  if (!TAKES.has(occurrence.role)) return orOwn(units.nearest(path, range, DIALS), place);
  // The machine that runs a job is gone with the job.
  return PIPELINES.has(facts.format) ? [machine(facts)] : [machine(facts), ...units.nearest(path, range, TAKEN_TOO)];
}

/** A job with services of its own dials those. */
function takesItself({ format, byPort }: DocumentFacts, range: PortRange): boolean {
  return PIPELINES.has(format) && byPort.at(range).some(({ role }) => TAKES.has(role));
}

const PLANNED = 'The port plan has the number, and several take it';

function machine({ path }: DocumentFacts): Space {
  return fileSpace(path, '', 'host', 'host');
}

function alone({ path, occurrence }: Sighting): Space {
  return fileSpace(path, `${occurrence.span.start}`);
}

function orOwn(spaces: readonly Space[], place: Sighting): readonly Space[] {
  return spaces.length > 0 ? spaces : [alone(place)];
}

/** Each of its entries may be of another program. */
function isVariables({ format }: DocumentFacts): boolean {
  return VARIABLES.has(format);
}

const VARIABLES: ReadonlySet<string> = new Set([
  'dotenv',
  'yaml',
  'json',
  'toml',
  'properties',
  'conf',
  'xml',
  'values',
]);
