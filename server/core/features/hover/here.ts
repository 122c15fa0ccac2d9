import { showRange } from '../../../../registry/port.ts';
import { isLoopback, showAddress } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { code } from '../markdown.ts';
import { inCluster } from './inCluster.ts';
import { isOfDocker } from './machine.ts';
import { ownerOf, program } from './program.ts';
import type { HoverSubject } from './subject.ts';

/** What the number does at this place. */
export function here(subject: HoverSubject): string {
  return `Here: ${inCluster(subject) ?? sentenceOf(subject)}`;
}

function sentenceOf(subject: HoverSubject): string {
  const { facts, occurrence } = subject;
  const { host, owner } = occurrence;
  const name = ownerOf(occurrence);
  const by = name === undefined ? '' : ` of ${name}`;
  const who = program(subject);
  switch (occurrence.role) {
    case 'publish':
      return published(subject, by);
    case 'target':
      return `${isGuest(subject) ? 'guest' : 'container'} port${by}${reachedFrom(subject)}`;
    case 'expose':
      return owner?.kind === 'stage'
        ? 'declared with EXPOSE, which opens nothing by itself: `docker run -p` or `ports` publishes it'
        : `declared by ${owner ? code(owner.name) : 'the service'} for other services; nothing is published by it`;
    case 'listen':
      return isGuessed(occurrence)
        ? `a port by the name of its key, ${code(keyOf(occurrence))}`
        : `${who} listens on it${insideOf(occurrence)}`;
    case 'connect':
      if (occurrence.path.includes('labels') && !host)
        return `a proxy reaches ${owner ? code(owner.name) : 'the service'} on it`;
      return host ? `${who} connects to ${code(host)}` : `${who} connects to it`;
    case 'probe':
      return `the health check${by} dials it`;
    case 'advertise':
      return `${who} tells clients to come to it${host ? ` at ${code(host)}` : ''}`;
    case 'registry':
      return `port of the image registry ${code(host ?? '')}`;
    case 'allow':
      return 'a firewall rule lets connections to it through';
    case 'deny':
      return facts.format === 'fail2ban'
        ? 'Fail2ban keeps banned hosts from it'
        : 'a firewall rule keeps connections to it out';
    case 'forward':
      return TO_YOU.has(facts.format ?? '') ? 'forwarded to your machine' : 'connections are forwarded by way of it';
    case 'label':
      if (facts.format === 'portolan') return 'an entry of the port plan of this project';
      return 'only named: nobody listens or connects because of it';
  }
}

/** Formats by which a developer's own tool brings a far port near. */
const TO_YOU: ReadonlySet<string> = new Set(['devcontainer', 'gitpod', 'skaffold', 'tilt']);

function published(subject: HoverSubject, by: string): string {
  const { occurrence } = subject;
  const side = otherSide(subject);
  if (!isOfDocker(subject)) {
    const at = occurrence.binding ? ` on **${showAddress(occurrence.binding.address)}**` : '';
    const guest = isGuest(subject) ? 'guest' : 'container';
    return `host port${by}${at}${side === undefined ? '' : ` → ${guest} ${side}`}`;
  }
  const address = occurrence.binding?.address ?? { kind: 'any', family: 'both' };
  const reach =
    address.kind === 'any'
      ? `. Docker publishes past the host's firewall`
      : isLoopback(address)
        ? ', for this machine only'
        : '';
  return `host port${by} on **${showAddress(address)}**${side === undefined ? '' : ` → container ${side}`}${reach}`;
}

function reachedFrom(subject: HoverSubject): string {
  const side = otherSide(subject);
  if (side !== undefined) return `, published as host port ${side}`;
  return isOfDocker(subject) ? ', published on a port that the system chooses' : '';
}

/** The numbers on the other side of the mapping, or the variable that stands for them. */
function otherSide({ facts, occurrence, snapshot }: HoverSubject): string | undefined {
  const { mapping } = occurrence;
  // The last: an Unraid template has a default before the number that counts.
  const found =
    mapping &&
    facts.occurrences.findLast(({ mapping: other }) => other?.id === mapping.id && other.side !== mapping.side);
  if (!found) return undefined;
  const { range } = snapshot.resolve(facts.path, found);
  if (range) return showRange(range);
  return found.value.kind === 'variable' || found.value.kind === 'name' ? code(found.value.name) : undefined;
}

function isGuest({ facts }: HoverSubject): boolean {
  return facts.format === 'vagrant';
}

function isGuessed(occurrence: PortOccurrence): boolean {
  return occurrence.confidence === 'guess' && !occurrence.owner && keyOf(occurrence) !== '';
}

/** The nearest name: `port` of `web.port`. */
function keyOf({ path }: PortOccurrence): string {
  return path.findLast(key => typeof key === 'string') ?? '';
}

function insideOf({ namespace }: PortOccurrence): string {
  if (namespace.kind === 'container') return ', inside its container';
  return namespace.kind === 'host' ? ', on the host' : '';
}
