import type { PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import { basename } from '../../text/path.ts';
import { chainFrom } from '../containers/stageChain.ts';
import type { Sighting } from '../snapshot.ts';
import { type ClusterPlaces, meantSpace, podSpace, serviceSpace } from './inCluster.ts';
import { inCompose, type Surroundings } from './inCompose.ts';
import { inFile } from './inFile.ts';
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
  const services = (workspace.cluster().serviceNamed(object, name) ?? []).filter(
    service => namespaces === undefined || namespaces.includes(service.object.namespace ?? namespaces[0] ?? ''),
  );
  return services.map(meantSpace(services, serviceSpace));
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
