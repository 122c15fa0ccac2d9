import type { PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { PIPELINES } from '../../facts/pipelines.ts';
import type { PortOccurrence, PortRole } from '../../ports/occurrence.ts';
import { dirname } from '../../text/path.ts';
import type { FileUser } from '../compose/fileUsers.ts';
import type { Sighting } from '../snapshot.ts';
import { remoteSpace, type Surroundings } from './inCompose.ts';
import { containerSpace, fileSpace, isOwnMachine, type Space, TAKES } from './space.ts';

/** A file that describes no containers: who has it, and what is beside it, tells where its numbers count. */
export function inFile(
  around: Surroundings,
  facts: DocumentFacts,
  place: Sighting,
  range: PortRange,
): readonly Space[] {
  const { workspace, homes, units, takers } = around;
  const { path, occurrence } = place;
  const { namespace, role, host, confidence, owner } = occurrence;
  const users = homes.users(path);
  const dialled = homes.dialled(path, occurrence).filter(({ caller }) => caller || !PIPELINES.has(facts.format));
  if (dialled.length > 0)
    return dialled.map(({ project, target: service, caller }) => {
      const user = users.find(each => each.service === caller);
      if (!user) return containerSpace({ project, service }, 'likely', BESIDE);
      return isRead(around, facts, user)
        ? containerSpace({ project, service })
        : containerSpace({ project, service }, 'likely', MAY_READ);
    });
  const inside = (): readonly Space[] =>
    users.map(user => (isRead(around, facts, user) ? containerSpace(user) : containerSpace(user, 'likely', MAY_READ)));
  if (isOwnMachine(host) && isInsideCommand(facts, occurrence)) return [alone(around, place)];
  // The other side of what a cluster that runs in containers publishes.
  if (namespace.kind === 'node' && role === 'target') return [fileSpace(path, owner?.name ?? '', 'node', 'nodes')];
  switch (namespace.kind) {
    case 'host':
    case 'node':
      return [
        ...onItsMachine(around, facts, place, range),
        ...(TAKES.has(role) ? users.map(user => containerSpace(user, 'likely', MAY_READ)) : []),
      ];
    case 'container':
    case 'pod':
      return [fileSpace(path, `${jobOf(facts, occurrence)} ${namespace.id}`, namespace.kind, namespace.id)];
    case 'cluster':
      return [fileSpace(path, namespace.id, 'service', namespace.id)];
    case 'remote':
      return isOwnMachine(host)
        ? orOwn(around, units.nearest(path, range, DIALS), place)
        : [remoteSpace(workspace, place)];
  }
  if (isOwnMachine(host) && !TAKES.has(role)) {
    const taking =
      users.length === 0 ? [] : inside().filter(({ home }) => home && takers.inContainer(home.service, range));
    return taking.some(({ certainty }) => certainty === 'certain')
      ? taking
      : [...taking, ...onItsMachine(around, facts, place, range)];
  }
  const isPart = confidence === 'guess' || role === 'target' || role === 'expose';
  if (users.length > 0 && !isPart && (TAKES.has(role) || role === 'probe')) return inside();
  if (NEAR.has(role)) return orOwn(around, units.nearest(path, range, BY_NUMBER), place);
  if (isPart || !(TAKES.has(role) || role === 'probe')) return [alone(around, place)];
  if (!isOfMany(facts)) return [machine(facts)];
  return facts.format === 'dotenv'
    ? [alone(around, place), ...units.around(path, range, BY_NUMBER)]
    : [alone(around, place)];
}

/** `docker exec web curl localhost:8000` dials the container's own port. */
function isInsideCommand({ text, lines }: DocumentFacts, { span }: PortOccurrence): boolean {
  const start = lines.start(lines.position(span.start).line);
  return IN_CONTAINER.test(text.slice(Math.max(start, span.start - FAR), span.start));
}

const IN_CONTAINER = /\b(?:docker|podman|nerdctl|kubectl|docker-compose)\b[^;&|\n]{0,200}?\sexec\s/;

/** In UTF-16 units: longer than a command by hand. */
const FAR = 500;

const BESIDE = 'The file lies beside the project, and nothing says that it is used there';
const MAY_READ = 'The file is in the container, and nothing says that its program reads it';
const DIALS = 'It is dialled on this machine';
const BY_NUMBER = 'It has the number, and nothing says on which machine';
const TAKEN_TOO = 'The number is taken on this machine by more than one';
const PLANNED = 'The port plan has the number, and several take it';

/** What speaks of a machine without being there. */
const NEAR: ReadonlySet<PortRole> = new Set(['forward', 'advertise']);

/** What is meant for a program lies where it is told to, and not somewhere in a tree of sources; of scripts, one is run. */
function isRead({ homes }: Surroundings, { path, format }: DocumentFacts, { how, service }: FileUser): boolean {
  if (how === 'environment') return true;
  const files = homes.files(service);
  return files.has(path) || (files.has(dirname(path)) && !OF_MANY.has(format) && format !== 'shell');
}

/** With all of its file, and with the project whose machine it is. */
function onItsMachine(around: Surroundings, facts: DocumentFacts, place: Sighting, range: PortRange): readonly Space[] {
  const { units, workspace, takers } = around;
  const { path, occurrence } = place;
  if (facts.projectFile)
    return orOwn(around, units.within(workspace.projectRoot(path)?.folder ?? dirname(path), range, PLANNED), place);
  const takes = TAKES.has(occurrence.role);
  // The machine that runs a job is gone with the job, and one with services of its own dials those.
  if (PIPELINES.has(facts.format) && (takes || takers.inFile(path, range))) return onRunner(facts, occurrence);
  const nearest = units.nearest(path, range, takes ? TAKEN_TOO : DIALS);
  if (takes && occurrence.namespace.kind === 'host') return [machine(facts), ...nearest];
  return isOfMany(facts) ? orOwn(around, nearest, place) : [machine(facts), ...nearest];
}

function machine({ path }: DocumentFacts): Space {
  return fileSpace(path, '', 'host', 'host');
}

/** Each job has a machine; what is written for all jobs may mean that of any. */
function onRunner(facts: DocumentFacts, occurrence: PortOccurrence): readonly Space[] {
  const job = jobOf(facts, occurrence);
  if (job === '') return [machine(facts)];
  const all: Space = { ...machine(facts), certainty: 'likely', reason: 'It is of one job, or of all' };
  return [fileSpace(facts.path, job, 'host', 'host'), all].filter(
    ({ certainty }) => certainty === 'certain' || TAKES.has(occurrence.role),
  );
}

function jobOf({ format }: DocumentFacts, { path: [first, job] }: PortOccurrence): string {
  return PIPELINES.has(format) && first === 'jobs' && job !== undefined ? `${job}` : '';
}

function alone({ homes }: Surroundings, { path, occurrence }: Sighting): Space {
  return fileSpace(path, `${homes.firstOf(path, occurrence.span.start)}`);
}

function orOwn(around: Surroundings, spaces: readonly Space[], place: Sighting): readonly Space[] {
  return spaces.length > 0 ? spaces : [alone(around, place)];
}

function isOfMany({ format }: DocumentFacts): boolean {
  return OF_MANY.has(format);
}

/** The ids of formats whose files speak of more than one program or machine: nothing makes their numbers one port. */
const OF_MANY: ReadonlySet<string> = new Set(
  `ansible ansible-inventory arm bicep cloudformation conf datadog digitalocean dotenv ecs grafana-dashboard hcl helm helmfile
  http-client js-config json kamal kubernetes kustomize nagios nix nomad package-json properties railway render skaffold
  telegraf terraform tilt toml truenas-app xml yaml`.split(/\s+/),
);
