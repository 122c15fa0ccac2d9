import { overlaps, sizeOf } from '../port.ts';
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
  const rows = uses
    .map(use => ({ use, registered: isRegistered(use, seen) }))
    .map(({ use, registered }) => ({
      use,
      // IANA's word and two sightings found a use well enough, whatever evidence it has besides.
      late:
        Number(isWide(use)) * 4 +
        Number(use.standing === 'legacy') * 2 +
        Number(use.confidence === 'low' && !registered),
      registered: Number(registered),
      weight: weight(use) + MAKERS_WORD * Math.sqrt(speakers(use, uses)),
    }));
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

/** That a number is its maker's default counts as much as nine independent sightings. */
const MAKERS_WORD = 6;

/** Every program written with a framework takes its number, and no catalogue counts those: as six sightings. */
const FRAMEWORK = 5;
const FRAMEWORKS: ReadonlySet<string> = new Set(['app-servers', 'dev-servers']);

/** Sightings count ever less: most catalogues are of one kind, and the thirtieth tells little that the tenth did not. */
function weight({ evidence, confidence, sightings, standing, category }: RankedUse): number {
  const own = standing !== 'common' && confidence === 'high' ? MAKERS_WORD : 0;
  const framework = FRAMEWORKS.has(category) ? FRAMEWORK : 0;
  return evidence.length + 2 * Math.sqrt(sightings) + own + framework;
}

const isWide = ({ ports }: RankedUse): boolean => sizeOf(ports) > 100;

/**
 * How many other programs say that on this number they speak it: `RTMP`, `JDWP`. What stands in parentheses only names
 * who uses it: `Erlang port mapper (RabbitMQ)`.
 */
function speakers({ software, ports }: RankedUse, uses: readonly RankedUse[]): number {
  const name = ` ${wordsOf(software)} `;
  return uses.filter(
    other =>
      other.software !== software &&
      overlaps(other.ports, ports) &&
      ` ${wordsOf(other.purpose.replace(/\([^)]*\)/g, ''))} `.includes(name),
  ).length;
}

/** By number, the names of the registered services that at least two sources have seen in use. */
function servicesInUse(iana: Sources['iana'], signs: Sources['signs']): ReadonlyMap<number, readonly string[]> {
  const lines = signs.lines.filter(line => (readSign(line)?.letters.length ?? 0) > 1);
  const numbers = new Set(lines.map(line => Number(line.split('\t')[0])));
  const names = new Map<number, string[]>();
  for (const { ports, service, description } of iana.entries) {
    if (service === undefined) continue;
    for (let port: number = ports.first; port <= ports.last; port++) {
      if (numbers.has(port)) names.set(port, [...(names.get(port) ?? []), service, initialsOf(description)]);
    }
  }
  return names;
}

/** The registered name stands in the software's: `stun` in `STUN / TURN`. */
function isRegistered({ software, ports, standing }: RankedUse, seen: ReturnType<typeof servicesInUse>): boolean {
  const words = ` ${wordsOf(software)} `;
  return (
    standing !== 'legacy' &&
    (seen.get(ports.first) ?? []).some(name => name !== '' && words.includes(` ${wordsOf(name)} `))
  );
}

/** `domain` is described as Domain Name Server, and known as DNS. */
function initialsOf(description: string): string {
  const words = wordsOf(description).split(' ');
  return words.length < 3 ? words.join(' ') : words.map(word => word.charAt(0)).join('');
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
