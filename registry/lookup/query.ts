import { asProtocol, type PortRange, type Protocol, readRange } from '../port.ts';
import { fold, wordsIn } from './fold.ts';

/** What somebody typed to look something up. */
export interface Query {
  /** All must be found. Numbers are words too. */
  readonly words: readonly QueryWord[];
  /** The words written as one: `nodeexporter`. */
  readonly joined: string;
  /** `53/udp`, or `dns udp`. */
  readonly protocol: Protocol | undefined;
}

export interface QueryWord {
  /** Folded. */
  readonly text: string;
  /** What it is where it is read as a number or a range. */
  readonly ports: PortRange | undefined;
}

export function readQuery(text: string): Query {
  const tokens = text.slice(0, LONGEST).trim().split(/\s+/).flatMap(transportApart);
  // A transport alone is something to look for, beside other words it says which of them is meant.
  const protocol = tokens.length > 1 ? tokens.flatMap(token => asProtocol(token) ?? []).at(-1) : undefined;
  const words = tokens
    .filter(token => protocol === undefined || asProtocol(token) === undefined)
    .flatMap(wordsOf)
    .slice(0, MOST_WORDS);
  return { words, joined: words.map(word => word.text).join(''), protocol };
}

/** Nobody types more, but somebody may paste a page. */
const MOST_WORDS = 8;
const LONGEST = 200;

/** `53/udp` and `postgres:5432` are two things each. */
function transportApart(token: string): readonly string[] {
  const [, number = '', transport = ''] = /^(\d[\d-]*)\/([a-z]+)$/i.exec(token) ?? [];
  if (asProtocol(transport) !== undefined) return [number, transport];
  const [, name = '', tag = ''] = /^(.*[a-z].*|[\d.]+\.\d+):([\w.-]+)$/i.exec(token) ?? [];
  if (name === '') return [token];
  // `postgres:16` is an image with its tag, `redis:6380` a host with a port.
  if (!/^\d{3,5}$/.test(tag)) return [name];
  return ANYWHERE.test(name) ? [tag] : [name, tag];
}

/** Hosts that tell nothing of what runs there. */
const ANYWHERE = /^(?:[a-z]+:\/\/)?(?:localhost|[\d.]+|\[[\da-f:.]+\])$/i;

function wordsOf(token: string): readonly QueryWord[] {
  const range = readRange(token);
  if (range !== undefined) return [{ text: token, ports: range }];
  return wordsIn(fold(token)).map(text => ({ text, ports: readRange(text) }));
}
