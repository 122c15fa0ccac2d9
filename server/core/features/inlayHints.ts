import { type Port, type Protocol, sizeOf } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import type { DocumentFacts } from '../facts/document.ts';
import { writtenRange } from '../ports/value.ts';
import type { Span } from '../text/span.ts';
import { occurrencesIn } from '../workspace/occurrencesIn.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { likelyUse } from './hover/likelyUse.ts';
import type { HoverOptions, HoverSubject } from './hover/subject.ts';
import { hover } from './hover.ts';

export interface InlayHint {
  /** Right behind the number, in UTF-16 code units. */
  readonly offset: number;
  /** `‹PostgreSQL›` */
  readonly label: string;
}

/** What the ports in a part of a file are for: who is known to be there, else what the number is registered for. */
export function inlayHints(snapshot: Snapshot, registry: Registry, path: string, within: Span): readonly InlayHint[] {
  const facts = snapshot.facts(path);
  if (!facts) return [];
  const seen = new Set<number>();
  const named = occurrencesIn(facts, within).flatMap(occurrence => {
    const { range } = snapshot.resolve(path, occurrence);
    const { end } = occurrence.span;
    if (!range || sizeOf(range) > 1 || range.first === 0 || seen.has(end)) return [];
    // Where a variable alone stands, its number is elsewhere.
    if (writtenRange(occurrence.value)?.first !== range.first) return [];
    seen.add(end);
    const name = nameOf({ snapshot, registry, facts, occurrence, range });
    return name === undefined || isSaid(facts, end, name)
      ? []
      : [{ offset: end, name, mapping: occurrence.mapping?.id }];
  });
  // Of `15432:5432`, the second side alone says it.
  const lastOf = new Map(named.map(({ offset, name, mapping }) => [`${mapping ?? offset} ${name}`, offset]));
  return named
    .filter(({ offset, name, mapping }) => lastOf.get(`${mapping ?? offset} ${name}`) === offset)
    .map(({ offset, name }) => ({ offset, label: `‹${name}›` }));
}

/** The first lines of the hover. */
export function inlayHintTooltip(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  offset: number,
  options: HoverOptions,
): string | undefined {
  const found = hover(snapshot, registry, path, offset, options);
  return found?.text.split('\n').slice(0, SHOWN_LINES).join('\n').trimEnd();
}

const SHOWN_LINES = 2;

function nameOf(
  place: Pick<HoverSubject, 'snapshot' | 'registry' | 'facts' | 'occurrence' | 'range'>,
): string | undefined {
  const { registry, occurrence, range } = place;
  const protocols = occurrence.protocols ?? [];
  const protocol = protocols.length === 1 ? protocols[0] : undefined;
  const options: HoverOptions = { markup: 'plaintext', link: () => undefined, pageLink: () => undefined };
  const use = likelyUse({ ...place, resolution: { range }, protocol, options });
  if (use?.use && use.because !== 'known') return use.software;
  return (
    registeredName(registry, range.first, protocol) ?? (use?.use?.confidence === 'low' ? undefined : use?.software)
  );
}

/** A registration of which nobody has seen a sign would only mislead: 1025 is no game of blackjack. */
function registeredName(registry: Registry, port: Port, protocol: Protocol | undefined): string | undefined {
  if (registry.signOfUse(port, protocol)?.seenIn.length === 0) return undefined;
  return registry.assigned(port, protocol).find(({ service }) => service !== undefined)?.service;
}

/** `postgres://db:5432` says who it is already. */
function isSaid({ text, lines }: DocumentFacts, offset: number, name: string): boolean {
  const { line } = lines.position(offset);
  const start = lines.start(line);
  const around = text.slice(Math.max(start, offset - LONGEST), Math.min(lines.start(line + 1), offset + LONGEST));
  const bare = name.toLowerCase().replace(/[^a-z\d]/g, '');
  const words = around.toLowerCase().match(/[a-z][a-z\d]+/g) ?? [];
  return (
    around
      .toLowerCase()
      .replace(/[^a-z\d]/g, '')
      .includes(bare) || words.some(word => word.length >= SHORTEST && bare.startsWith(word))
  );
}

/** In UTF-16 units to each side. */
const LONGEST = 200;

/** A shorter word is the beginning of too many names. */
const SHORTEST = 4;
