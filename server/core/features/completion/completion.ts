import { asPort, type Port, single } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { Span } from '../../text/span.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { likelyUse } from '../hover/likelyUse.ts';
import type { HoverOptions } from '../hover/subject.ts';
import { type Hover, hover } from '../hover.ts';
import type { Offer } from './offer.ts';
import { offersAt } from './offers.ts';
import { type Slot, slotAt } from './slot.ts';

export interface Completion {
  /** What an item replaces; on one line. */
  readonly span: Span;
  /** What stands there now. */
  readonly typed: string;
  /** A name is being typed, or may be next: with another letter, other numbers are better. */
  readonly isIncomplete: boolean;
  /** Only the look of the text says that a port goes here: nothing to offer unasked. */
  readonly isGuess: boolean;
  /** Best first. */
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  /** What people read: the number, the name, or the mapping. */
  readonly label: string;
  /** What is inserted: with a blank or quotes that the place needs. */
  readonly newText: string;
  /** Whose port it is; empty where nobody is known. */
  readonly who: string;
  readonly why: string;
  /** Undefined where there is nothing more to say. */
  readonly port: Port | undefined;
}

/** Ports that fit where the cursor stands; undefined where no port goes. `offset` in UTF-16 code units. */
export function completion(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  offset: number,
): Completion | undefined {
  const slot = slotAt(snapshot, registry, path, offset);
  if (!slot) return undefined;
  const offers = offersAt(slot);
  const quote = slot.takesMapping ? quoteFor(slot) : '';
  const isList = wantsList(slot);
  const written = (text: string): string => {
    if (isList) return `["${text}"]`;
    return text.includes(':') ? quote + text + quote : text;
  };
  const { span, text: typed } = slot.word;
  return {
    span,
    typed,
    isIncomplete: !/^\d/.test(typed),
    isGuess: slot.occurrence?.confidence === 'guess',
    items: offers.map(offer => ({
      label: offer.text,
      newText: slot.lead + written(offer.text),
      who: offer.who ?? whoseAt(slot, offer),
      why: offer.why,
      port: offer.port,
    })),
  };
}

/** What a hover would say of the number if it stood there. */
export function completionHover(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  offset: number,
  port: number,
  options: HoverOptions,
): Hover | undefined {
  const slot = slotAt(snapshot, registry, path, offset);
  const number = asPort(port);
  if (!slot || number === undefined) return undefined;
  const { facts } = slot;
  const occurrence = slot.occurrence && {
    ...slot.occurrence,
    value: { kind: 'range' as const, range: single(number) },
  };
  if (!occurrence) return undefined;
  const there = {
    ...facts,
    occurrences: facts.occurrences.map(each => (each === slot.occurrence ? occurrence : each)),
  };
  return hover(slot.snapshot.withDocument(there), registry, path, occurrence.span.start, options);
}

/** Who is likely to use the number here. */
function whoseAt(slot: Slot, { port }: Offer): string {
  const { snapshot, registry, facts, occurrence } = slot;
  if (port === undefined || !occurrence) return '';
  const range = single(port);
  const [protocol] = occurrence.protocols ?? [];
  const options = { markup: 'plaintext', link: () => undefined, pageLink: () => undefined } as const;
  const subject = { snapshot, registry, facts, occurrence, resolution: { range }, range, protocol, options };
  const found = likelyUse(subject);
  // By the number alone anybody may be meant, and the image says nothing of a number that it does not use.
  return found?.use && found.because !== 'known' ? found.software : '';
}

/** Right behind the `ports:` of a service, where one entry is no list yet. */
function wantsList({ facts, occurrence, word }: Slot): boolean {
  if (!facts.compose || typeof occurrence?.path.at(-1) !== 'number') return false;
  const { lines, text } = facts;
  return /^\s*(?:ports|expose):\s*$/.test(
    text.slice(lines.start(lines.position(word.span.start).line), word.span.start),
  );
}

/** As the file quotes its other entries; without any, as Compose advises: `20:22` may be a number to base 60. */
function quoteFor({ facts, occurrence, word, lead }: Slot): string {
  const { text } = facts;
  const isBegun = occurrence?.token.start !== word.span.start + lead.length;
  if (isBegun || /["']/.test(text[word.span.start - 1] ?? '')) return '';
  const entries = facts.occurrences.filter(({ mapping }) => mapping && mapping.id !== occurrence?.mapping?.id);
  const quotes = entries.map(({ token }) => text[token.start - 1] ?? '').map(char => (/["']/.test(char) ? char : ''));
  const [most] = ['"', "'", ''].toSorted((a, b) => count(quotes, b) - count(quotes, a));
  if (quotes.length > 0) return most ?? '';
  return facts.compose ? '"' : '';
}

function count(all: readonly string[], one: string): number {
  return all.filter(each => each === one).length;
}
