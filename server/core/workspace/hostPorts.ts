import type { PortRange, Protocols } from '../../../registry/port.ts';
import type { DocumentFacts } from '../facts/document.ts';
import { type Address, EVERYWHERE } from '../ports/address.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';
import { once } from '../text/once.ts';
import type { Span } from '../text/span.ts';
import { publishedIn } from './compose/publishedIn.ts';
import type { PublishedPort } from './compose/publishedPorts.ts';
import type { Snapshot } from './snapshot.ts';

/** A number that something takes on a machine: the outer side of a mapping, or a socket of a program that runs there itself. */
export interface HostPort {
  /** The digits. */
  readonly span: Span;
  /** Replacing `span` replaces the number and nothing else. */
  readonly editable: boolean;
  /** With variables filled in; never port 0. */
  readonly range: PortRange;
  readonly role: 'publish' | 'listen';
  /** node: on every node of a cluster. */
  readonly machine: 'host' | 'node' | 'unknown';
  readonly address: Address;
  /** Undefined where the place does not tell. */
  readonly protocols: Protocols | undefined;
  /** The service, workload or program that takes it. */
  readonly owner: string | undefined;
  /** The image whose software answers, as the registry tables name it. */
  readonly image: string | undefined;
  /** The other side of the mapping, where it has one that is known. */
  readonly containerRange: PortRange | undefined;
  /** Of a compose service: all that is known of it. */
  readonly published: PublishedPort | undefined;
  /** Of any other place. */
  readonly occurrence: PortOccurrence | undefined;
}

/** What a file takes on its machine, in the order of places. A compose file is judged as the project that it is part of. */
export function hostPorts(workspace: Snapshot, facts: DocumentFacts): readonly HostPort[] {
  const isCompose = facts.compose !== undefined;
  const published = isCompose ? publishedIn(workspace, facts.path).map(ofService) : [];
  const others = facts.occurrences.filter(
    occurrence => takesHostPort(occurrence) && !(isCompose && isPublish(occurrence)),
  );
  const targetOf = targets(facts);
  const all = [
    ...published,
    ...others.flatMap(occurrence => ofOccurrence(workspace, facts, occurrence, targetOf(occurrence)) ?? []),
  ];
  return all.sort((a, b) => a.span.start - b.span.start);
}

function isPublish({ role }: PortOccurrence): boolean {
  return role === 'publish';
}

/** A listener counts only where it is known to have no network of its own. */
function takesHostPort({ role, namespace }: PortOccurrence): boolean {
  return role === 'publish' || (role === 'listen' && (namespace.kind === 'host' || namespace.kind === 'node'));
}

/** What a compose service publishes. */
export function ofService(published: PublishedPort): HostPort {
  const { host, hostRange, port, service, containerRange } = published;
  return {
    span: host.span,
    editable: host.editable,
    range: hostRange,
    role: 'publish',
    machine: 'host',
    address: port.mapping.binding.address,
    protocols: port.mapping.protocols,
    owner: service.name,
    image: service.imageName,
    containerRange,
    published,
    occurrence: undefined,
  };
}

/** The other side of a mapping: looked up, as a file may have thousands. */
function targets({ occurrences }: DocumentFacts): (occurrence: PortOccurrence) => PortOccurrence | undefined {
  const byId = once(
    () => new Map(occurrences.flatMap(each => (each.mapping?.side === 'target' ? [[each.mapping.id, each]] : []))),
  );
  return ({ mapping }) => mapping && byId().get(mapping.id);
}

function ofOccurrence(
  workspace: Snapshot,
  facts: DocumentFacts,
  occurrence: PortOccurrence,
  other: PortOccurrence | undefined,
): HostPort | undefined {
  const { range } = workspace.resolve(facts.path, occurrence);
  if (!range || range.first === 0) return undefined;
  const { span, editable, role, namespace, protocols, owner } = occurrence;
  return {
    span,
    editable,
    range,
    role: role === 'listen' ? 'listen' : 'publish',
    machine: namespace.kind === 'host' || namespace.kind === 'node' ? namespace.kind : 'unknown',
    address: (occurrence.binding ?? EVERYWHERE).address,
    protocols,
    owner: owner?.name,
    image: owner?.image,
    containerRange: other && workspace.resolve(facts.path, other).range,
    published: undefined,
    occurrence,
  };
}
