import type { Match, RegistryEntry, Use } from '../entry.ts';
import { type PortRange, type Protocol, showRange, sizeOf } from '../port.ts';

/**
 * What the words of `text` are found in, best first: the number, the name (whole, its beginning, the beginning of a
 * word, anywhere, scattered letters), the description or purpose. Software goes before a registration of equal worth.
 */
export function bestMatches(
  text: string,
  limit: number,
  entries: () => Iterable<RegistryEntry>,
  uses: () => Iterable<Use>,
): readonly Match[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  if (words.length === 0) return [];
  const found = [...matchesOfUses(uses()), ...matchesOfEntries(entries())].flatMap(match => {
    const worths = words.map(word => worthOf(word, match));
    return worths.includes(0) ? [] : [{ match, worth: Math.min(...worths) }];
  });
  return found
    .sort((a, b) => b.worth - a.worth)
    .slice(0, limit)
    .map(({ match }) => match);
}

function* matchesOfUses(uses: Iterable<Use>): Iterable<Match> {
  for (const { software, ports, protocols, purpose } of uses) {
    yield { kind: 'software', ports, protocols, name: software, detail: purpose };
  }
}

/** One match for each name on a number, whatever its transports. */
function* matchesOfEntries(entries: Iterable<RegistryEntry>): Iterable<Match> {
  let last: { service: string; ports: PortRange; protocols: [Protocol, ...Protocol[]]; detail: string } | undefined;
  for (const { service, ports, protocol, description } of entries) {
    if (service === undefined) continue;
    if (last !== undefined && last.service === service && showRange(last.ports) === showRange(ports)) {
      if (protocol !== null) last.protocols.push(protocol);
      continue;
    }
    if (last !== undefined) yield matchOf(last);
    last = { service, ports, protocols: protocol === null ? ['tcp', 'udp'] : [protocol], detail: description };
  }
  if (last !== undefined) yield matchOf(last);
}

function matchOf({
  service,
  ports,
  protocols,
  detail,
}: {
  readonly service: string;
  readonly ports: PortRange;
  readonly protocols: readonly [Protocol, ...Protocol[]];
  readonly detail: string;
}): Match {
  return { kind: 'service', ports, protocols, name: service, detail };
}

/** 0: not found. */
function worthOf(word: string, { ports, name, detail }: Match): number {
  if (/^\d+$/.test(word)) {
    if (word === `${ports.first}`) return 9;
    if (`${ports.first}`.startsWith(word)) return 4;
    if (ports.first < Number(word) && Number(word) <= ports.last) return sizeOf(ports) > 100 ? 1 : 2;
  }
  const known = name.toLowerCase();
  if (known === word) return 8;
  if (known.startsWith(word)) return 7;
  if (startsWord(known, word)) return 6;
  if (known.includes(word)) return 5;
  if (startsWord(detail.toLowerCase(), word)) return 3;
  return word.length >= 4 && isScattered(word, known) ? 1 : 0;
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Every letter of `word` stands in `text`, in its order: `pgsql` in `postgresql`. */
function isScattered(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
