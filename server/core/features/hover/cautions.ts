import type { Caution } from '../../../../registry/entry.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import { escapeMarkdown, link } from '../markdown.ts';
import { listed } from '../sentence.ts';
import { SYSTEM_NAMES } from '../systems.ts';
import { isOfThisMachine } from './machine.ts';
import type { HoverSubject } from './subject.ts';

/** From so many programs on, a number is one that is likely to be taken on somebody's machine. */
const CROWDED = 50;

/** What to beware of, where the number is one that somebody chose to listen on here. */
export function cautions(subject: HoverSubject): string | undefined {
  const { registry, range, protocol, occurrence } = subject;
  if (!isOfThisMachine(subject) || (occurrence.role !== 'publish' && occurrence.namespace.kind !== 'host'))
    return undefined;
  // The others speak of choices that this place has not made: who opens it, or on which cluster.
  const found = registry.cautions(range.first, protocol);
  const claimed = found
    .filter(({ kind }) => kind === 'system-claimed')
    .map(({ text, source }) => `⚠ ${escapeMarkdown(text)} ${link('\\[source\\]', source)}`);
  return [...crowded(subject), ...claimed, ...ephemeral(found)].join('  \n') || undefined;
}

/** Few publish ports on FreeBSD, whose range would mark every number from 10000 on. */
function ephemeral(cautions: readonly Caution[]): readonly string[] {
  const systems = cautions.flatMap(({ kind, system, source }) =>
    kind === 'ephemeral' && system !== undefined && system !== 'freebsd' ? [link(SYSTEM_NAMES[system], source)] : [],
  );
  if (systems.length === 0) return [];
  const give = systems.length === 1 ? 'gives' : 'give';
  return [`⚠ ${listed(systems)} ${give} it to outgoing connections, so a fixed listener can find it taken`];
}

/** 80 and 443 are crowded too, but nobody looks for another port there. */
function crowded({ snapshot, registry, range, protocol }: HoverSubject): readonly string[] {
  const programs = registry.crowd(range.first, protocol ?? 'tcp');
  if (programs < CROWDED || range.first < 1024) return [];
  const free = nextFreePort(snapshot, registry, range.first);
  return [
    `Crowded: ${programs} programs of public collections take ${range.first}${free === undefined ? '' : `; free nearby: ${free}`}`,
  ];
}
