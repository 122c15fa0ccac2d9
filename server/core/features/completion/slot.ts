import { asPort, type Port } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { covers, type Span } from '../../text/span.ts';
import { reread } from '../../workspace/reread.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { type PortKeyPlace, portKeyAt } from './portKey.ts';
import { type Word, wordAt } from './word.ts';

/** A place where a port goes, found by putting a number there and reading the file again. */
export interface Slot {
  /** As if the number stood there. */
  readonly snapshot: Snapshot;
  readonly registry: Registry;
  readonly facts: DocumentFacts;
  /** The number that was put there. */
  readonly probe: Port;
  /** Undefined where only a name can stand. */
  readonly occurrence: PortOccurrence | undefined;
  /** Where an object of Kubernetes speaks of a port by name or number. */
  readonly portKey: PortKeyPlace | undefined;
  /** What is replaced, in the text as it is. */
  readonly word: Word;
  /** What has to stand before the number: the blank behind `port:`. */
  readonly lead: '' | ' ';
  /** Both sides of a mapping may be written here. */
  readonly takesMapping: boolean;
}

/** At most three readings of the file, mostly one. */
export function slotAt(snapshot: Snapshot, registry: Registry, path: string, offset: number): Slot | undefined {
  const facts = snapshot.facts(path);
  const word = facts && facts.text.length <= LARGEST ? wordAt(facts, offset) : undefined;
  if (!facts || !word) return undefined;
  const probe = unusedNumber(facts.text, 49151);
  const words = new Set(snapshot.project(path)?.keys);
  for (const attempt of attempts(facts, word)) {
    const read = probed(facts, attempt, `${probe}`, words);
    const occurrence = occurrenceAt(read.facts, read.span);
    const portKey = read.facts && portKeyAt(read.facts, read.span);
    if (!read.facts || (!occurrence && !portKey)) continue;
    return {
      snapshot: snapshot.withDocument(read.facts),
      registry,
      facts: read.facts,
      probe,
      occurrence,
      portKey,
      word: attempt.word,
      lead: attempt.lead,
      takesMapping: occurrence !== undefined && takesMapping(facts, attempt, read.facts, occurrence, words),
    };
  }
  return undefined;
}

/** In UTF-16 units: a reading of a larger file would be felt. */
const LARGEST = 1_000_000;

interface Attempt {
  readonly word: Word;
  readonly lead: '' | ' ';
  /** The quote that was opened and not closed yet. */
  readonly close: string;
}

/** What the line may be about to become, the likeliest first. */
function attempts(facts: DocumentFacts, word: Word): readonly Attempt[] {
  const { lines, text } = facts;
  const { line } = lines.position(word.span.start);
  const left = text.slice(lines.start(line), word.span.start);
  const right = text.slice(word.span.end, lines.offset({ line, character: Number.POSITIVE_INFINITY }));
  const quote = openQuote(left, right);
  const plain: Attempt = { word, lead: '', close: quote };
  // A key that lacks its blank: `port:`, `"port":`.
  if (quote === '' && right.trim() === '' && /^[\s\-{]*["']?[\w.-]+["']?:$/.test(left))
    return [{ ...plain, lead: ' ' }, plain];
  if (quote !== '') return [plain, { ...plain, close: '' }];
  // `-p8080:80` holds a number of its own.
  const digits = /^[A-Za-z]{1,2}(\d+)$/.exec(word.text)?.[1];
  if (digits === undefined) return [plain];
  return [plain, { ...plain, word: { text: digits, span: { ...word.span, start: word.span.end - digits.length } } }];
}

/** A quote that is open before the word and not closed behind it on its line. */
function openQuote(left: string, right: string): string {
  let open = '';
  for (const char of left) {
    if (char === open) open = '';
    else if (open === '' && (char === '"' || char === "'")) open = char;
  }
  return open === '' || right.includes(open) ? '' : open;
}

interface Probed {
  readonly facts: DocumentFacts | undefined;
  /** Of what was put there. */
  readonly span: Span;
}

function probed(facts: DocumentFacts, attempt: Attempt, inserted: string, words: ReadonlySet<string>): Probed {
  const { text } = facts;
  const { word, lead, close } = attempt;
  const start = word.span.start + lead.length;
  return {
    facts: reread(facts, text.slice(0, word.span.start) + lead + inserted + close + text.slice(word.span.end), words),
    span: { start, end: start + inserted.length },
  };
}

/** The smallest number there; a range counts where the probe is one of its ends. */
function occurrenceAt(facts: DocumentFacts | undefined, at: Span): PortOccurrence | undefined {
  return facts?.occurrences
    .filter(({ span, value }) => covers(span, at) && (value.kind !== 'invalid' || value.reason !== 'malformed'))
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/** True where one number alone is a whole entry, and two with a colon between them would be, too. */
function takesMapping(
  facts: DocumentFacts,
  attempt: Attempt,
  read: DocumentFacts,
  { mapping, span, token, role }: PortOccurrence,
  words: ReadonlySet<string>,
): boolean {
  if (role !== 'target') return false;
  if (mapping && read.occurrences.some(other => other.mapping?.id === mapping.id && other.mapping.side === 'publish'))
    return false;
  // Known without another reading: an entry of `ports` is the one form or the other.
  if (read.compose) return mapping !== undefined && !read.text.slice(token.start, span.start).includes('target');
  const [host, inside] = ['49001', '49002'];
  const both = probed(facts, attempt, `${host}:${inside}`, words);
  const found = both.facts?.occurrences.filter(other => covers(both.span, other.span)) ?? [];
  return (
    span.start === both.span.start &&
    ['publish', 'target'].every(side => found.some(each => each.mapping?.side === side))
  );
}

/** One that the text does not hold, so that what is found at it came from the probe. */
function unusedNumber(text: string, from: number): Port {
  let number = from;
  while (number > 1024 && text.includes(`${number}`)) number--;
  return asPort(number) ?? UNUSED;
}

const UNUSED = 49151 as Port;
