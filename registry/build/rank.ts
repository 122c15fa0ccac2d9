import type { RegistryEntry } from '../entry.ts';
import { bearsName } from '../likely/serviceNames.ts';
import { spaced } from '../likely/words.ts';
import { groupByEach } from '../lookup/groupBy.ts';
import { isWide, numbersOf, overlaps, type PortRange, sizeOf } from '../port.ts';
import { readSign } from '../rows/signRow.ts';
import { STANDINGS } from '../rows/useRow.ts';
import type { RankedUse } from './parseUse.ts';
import type { Sources } from './sources.ts';

/**
 * The uses, best known first. A wide range says little of one number, old versions come after what runs today, and
 * what is poorly founded after what is not.
 * Then the service that IANA names, where it is seen in use: `80` is HTTP before it is any one web server. Then the
 * weight of what stands behind a use, then a single number before a range. The name makes the order complete.
 */
export function ranked({ uses, iana, signs }: Pick<Sources, 'uses' | 'iana' | 'signs'>): readonly RankedUse[] {
  const seen = servicesInUse(iana, signs);
  const usesIn = overlapping(uses);
  const rows = uses.map(use => {
    const speaking = speakers(use, usesIn);
    // The protocol that the registered program speaks: ircu is registered, and IRC is what it is for.
    const registered = [use, ...speaking].some(each => isRegistered(each, seen));
    return {
      use,
      // What IANA names and two sources have seen needs no better ground, and is what the number is for, however old.
      late:
        Number(isWide(use.ports)) * 4 +
        (registered ? 0 : Number(use.standing === 'legacy') * 2 + Number(use.confidence === 'low')),
      registered: Number(registered),
      weight: weight(use) + Math.max(0, ...speaking.map(weight)),
    };
  });
  return rows
    .sort(
      (a, b) =>
        a.late - b.late ||
        b.registered - a.registered ||
        b.weight - a.weight ||
        STANDINGS.indexOf(a.use.standing) - STANDINGS.indexOf(b.use.standing) ||
        sizeOf(a.use.ports) - sizeOf(b.use.ports) ||
        (a.use.software < b.use.software ? -1 : Number(a.use.software > b.use.software)) ||
        a.use.ports.first - b.use.ports.first,
    )
    .map(({ use }) => use);
}

/**
 * That a number is its maker's default. Five independent sightings show it as well as the maker does; and half as well,
 * where it is what others have made of it.
 */
const MAKERS_WORD = 5;

/** Every program written with a framework takes its number, and no catalogue counts those. */
const FRAMEWORK = 5;
const FRAMEWORKS: ReadonlySet<string> = new Set(['app-servers', 'dev-servers']);

/**
 * What the catalogues that were counted are full of: for every popular number hundreds of such programs, each with its
 * maker's word. To be in five of them is for an application what being in two is for a database.
 */
const CATALOGUED: ReadonlySet<string> = new Set([
  'applications',
  'dashboards',
  'downloads',
  'games',
  'home-automation',
  'media-and-files',
  'productivity',
  'publishing',
]);

const CROWDING = 2.5;

/** Sightings count ever less: the thirtieth tells little that the tenth did not. */
function weight({ evidence, confidence, sightings, standing, category }: RankedUse): number {
  const isCatalogued = CATALOGUED.has(category);
  const seen = isCatalogued ? sightings / CROWDING : sightings;
  const shown = confidence === 'high' && standing !== 'common' ? MAKERS_WORD : Math.min(MAKERS_WORD, seen);
  const own = standing === 'common' || isCatalogued ? shown / 2 : shown;
  return Math.min(2, evidence.length) / 2 + 2 * Math.sqrt(seen) + own + (FRAMEWORKS.has(category) ? FRAMEWORK : 0);
}

/**
 * The other programs that say that on this number they speak it: `RTMP`, `JDWP`. Wherever one of them runs, it is
 * spoken. What stands in parentheses only names who uses it: `Erlang port mapper (RabbitMQ)`.
 */
function speakers({ software, ports }: RankedUse, usesIn: UsesIn): readonly RankedUse[] {
  const name = ` ${spaced(/^\w+ \(/.test(software) ? plain(software) : software)} `;
  return usesIn(ports).filter(
    other => other.software !== software && ` ${spaced(plain(other.purpose))} `.includes(name),
  );
}

type UsesIn = (ports: PortRange) => readonly RankedUse[];

/** Finds the uses that share a number with a range: to look at all for each would be thirty million looks. */
function overlapping(uses: readonly RankedUse[]): UsesIn {
  const wide = uses.filter(({ ports }) => isWide(ports));
  const byNumber = groupByEach(
    uses.filter(({ ports }) => !isWide(ports)),
    ({ ports }) => numbersOf(ports),
  );
  return range => {
    if (isWide(range)) return uses.filter(({ ports }) => overlaps(ports, range));
    const found = new Set(wide.filter(({ ports }) => overlaps(ports, range)));
    for (const port of numbersOf(range)) for (const use of byNumber.get(port) ?? []) found.add(use);
    return [...found];
  };
}

const plain = (text: string): string => text.replace(/\([^)]*\)/g, '');

/** By number, the registered services that at least two sources have seen in use. */
function servicesInUse(iana: Sources['iana'], signs: Sources['signs']): ReadonlyMap<number, readonly RegistryEntry[]> {
  const lines = signs.lines.filter(line => (readSign(line)?.letters.length ?? 0) > 1);
  const numbers = new Set(lines.map(line => Number(line.split('\t')[0])));
  return groupByEach(iana.entries, ({ ports }) => numbersOf(ports).filter(port => numbers.has(port)));
}

function isRegistered({ software, ports }: RankedUse, seen: ReturnType<typeof servicesInUse>): boolean {
  return bearsName(software, seen.get(ports.first) ?? []);
}
