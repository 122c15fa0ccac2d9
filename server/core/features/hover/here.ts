import { showRange } from '../../../../registry/port.ts';
import { isLoopback, showAddress } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { code } from '../markdown.ts';
import type { HoverSubject } from './subject.ts';

/** What the number does at this place. */
export function here(subject: HoverSubject): string | undefined {
  const sentence = sentenceOf(subject);
  return sentence === undefined ? undefined : `Here: ${sentence}`;
}

function sentenceOf(subject: HoverSubject): string | undefined {
  const { occurrence } = subject;
  const owner = occurrence.owner && code(occurrence.owner.name);
  const by = owner === undefined ? '' : ` of ${owner}`;
  switch (occurrence.role) {
    case 'publish':
      return published(subject, by);
    case 'target':
      return `container port${by}${reachedFrom(subject)}`;
    case 'expose':
      return occurrence.owner?.kind === 'stage'
        ? 'declared with EXPOSE, which opens nothing by itself: `docker run -p` or `ports` publishes it'
        : `declared by ${owner ?? 'the service'} for other services; nothing is published by it`;
    case 'listen':
      return `${owner ?? 'the program'} listens on it${insideOf(occurrence)}`;
    case 'connect':
      if (occurrence.path.includes('labels') && !occurrence.host)
        return `a proxy reaches ${owner ?? 'the service'} on it`;
      return occurrence.host
        ? `${owner ?? 'the program'} connects to ${code(occurrence.host)}`
        : `${owner ?? 'the program'} connects to it`;
    case 'probe':
      return `the health check${by} dials it`;
    case 'advertise':
      return `${owner ?? 'the program'} tells clients to come to it${occurrence.host ? ` at ${code(occurrence.host)}` : ''}`;
    case 'registry':
      return `port of the image registry ${code(occurrence.host ?? '')}`;
    default:
      return undefined;
  }
}

function published(subject: HoverSubject, by: string): string {
  const { occurrence } = subject;
  const address = occurrence.binding?.address ?? { kind: 'any', family: 'both' };
  const side = other(subject);
  const reach =
    address.kind === 'any'
      ? `. Docker publishes past the host's firewall`
      : isLoopback(address)
        ? ', for this machine only'
        : '';
  return `host port${by} on **${showAddress(address)}**${side === undefined ? '' : ` → container ${side}`}${reach}`;
}

function reachedFrom(subject: HoverSubject): string {
  const side = other(subject);
  return side === undefined ? ', published on a port that the system chooses' : `, published as host port ${side}`;
}

/** The numbers on the other side of the mapping. */
function other({ facts, occurrence, snapshot }: HoverSubject): string | undefined {
  const found = facts.occurrences.find(
    one => one !== occurrence && one.mapping !== undefined && one.mapping.id === occurrence.mapping?.id,
  );
  const range = found && snapshot.resolve(facts.path, found).range;
  return range && showRange(range);
}

function insideOf({ namespace }: PortOccurrence): string {
  if (namespace.kind === 'container') return ', inside its container';
  return namespace.kind === 'host' ? ', on the host' : '';
}
