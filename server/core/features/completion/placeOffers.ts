import type { Use } from '../../../../registry/entry.ts';
import { asPort } from '../../../../registry/port.ts';
import { schemeDefault } from '../../ports/read/schemeDefaults.ts';
import { settingWords } from '../../ports/read/settingName.ts';
import { basename, dirname } from '../../text/path.ts';
import { imageOffers } from './insideOffers.ts';
import { numberOffer, type Offer, singles } from './offer.ts';
import type { Slot } from './slot.ts';

/** What the words around a place make likely: the software whose file it is, `REDIS_PORT`, a service called `smtp`. */
export function placeOffers(slot: Slot): readonly Offer[] {
  const { occurrence, facts, registry } = slot;
  const own = registry.ofFormat(facts.format).flatMap(software => usesOf(registry.ofSoftware(software)));
  const isOwn = occurrence?.role === 'listen' || occurrence?.role === 'target' || occurrence?.role === 'expose';
  const said = [
    ...wordsOf(slot).flatMap(word => [...softwareOffers(slot, word), ...serviceNameOffers(slot, word)]),
    ...wordsAround(slot).flatMap(word => softwareOffers(slot, word)),
  ];
  return isOwn ? [...said, ...own] : said;
}

/** The same where nobody knows which program it is: by what the words around mean. */
export function meaningOffers(slot: Slot): readonly Offer[] {
  const words = [...wordsOf(slot), ...wordsAround(slot), slot.facts.format];
  const { role } = slot.occurrence ?? {};
  const found = [...words, ...(role === 'allow' || role === 'deny' ? [FIREWALL] : [])].flatMap(word =>
    (MEANINGS.get(word) ?? [])
      .flatMap(number => asPort(number) ?? [])
      .map(port =>
        numberOffer(
          port,
          word === FIREWALL ? 'often let through' : `usual for ${word}`,
          slot.registry.used(port, 'tcp')[0]?.software,
        ),
      ),
  );
  const { host } = slot.occurrence ?? {};
  return found.length > 0 || host === undefined ? found : namedOffers(slot, host);
}

/** `node-exporter` */
function namedOffers({ registry }: Slot, host: string): readonly Offer[] {
  const bare = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '');
  return registry
    .search(host.slice(0, LONGEST), 5)
    .filter(({ name }) => bare(name) === bare(host))
    .flatMap(({ ports, name, detail }) => singles(ports).map(port => numberOffer(port, detail, name)));
}

/** In UTF-16 units: what is longer names no software. */
const LONGEST = 60;

function usesOf(uses: readonly Use[]): readonly Offer[] {
  const known = uses.filter(({ standing, confidence }) => standing !== 'legacy' && confidence !== 'low');
  return known.flatMap(({ ports, purpose, software }) =>
    singles(ports).map(port => numberOffer(port, purpose, software)),
  );
}

/** The nearest first: the host, the name of the setting, the service, the keys around. */
function wordsOf({ occurrence, facts }: Slot): readonly string[] {
  if (!occurrence) return [];
  const { host, owner, path, scheme } = occurrence;
  const keys = path
    .filter(key => typeof key === 'string')
    .toReversed()
    .slice(0, 3);
  const names = [
    host,
    scheme,
    keys[0],
    owner?.name,
    ...keys.slice(1),
    owner?.kind === 'stage' ? basename(dirname(facts.path)) : '',
  ];
  const words = names.flatMap(name => (name === undefined || name.length > 60 ? [] : settingWords(name)));
  return [...new Set(words)].filter(word => !NO_NAMES.has(word));
}

const NO_NAMES: ReadonlySet<string> = new Set(
  'port ports listen host hosts services service server servers address addr url uri bind environment env expose target published app api the spec containers localhost'.split(
    ' ',
  ),
);

/** Behind the keys: the words before the number on its line, and what lines near it say of the kind of database. */
function wordsAround({ facts, word }: Slot): readonly string[] {
  const { lines, text } = facts;
  const { line } = lines.position(word.span.start);
  const before = text.slice(Math.max(lines.start(line), word.span.start - LONGEST), word.span.start);
  const own = settingWords(before.replace(/[^\w.-]+/g, '-')).toReversed();
  const near = text.slice(lines.start(Math.max(0, line - NEAR)), lines.start(line + NEAR + 1));
  const told = near.length > MOST_NEAR ? [] : [...near.matchAll(DRIVER)].flatMap(([, name = '']) => settingWords(name));
  return [...new Set([...told, ...own])].filter(each => each.length > 2 && !NO_NAMES.has(each));
}

/** In lines to each side, and in UTF-16 units. */
const NEAR = 4;
const MOST_NEAR = 2000;

/** `adapter: postgresql`, `DB_CONNECTION=mysql` */
const DRIVER = /(?:adapter|dialect|driver|engine|connection|client|provider)["']?\s*[:=]\s*["']?([\w.]{2,60})/gi;

function softwareOffers({ registry }: Slot, word: string): readonly Offer[] {
  const scheme = asPort(schemeDefault(word) ?? -1);
  return [
    ...(scheme === undefined ? [] : [numberOffer(scheme, `usual for ${word}`)]),
    ...imageOffers(registry, word),
    ...usesOf(registry.ofSoftware(word)),
  ];
}

function serviceNameOffers({ registry }: Slot, word: string): readonly Offer[] {
  const named = registry.named(word, 'tcp').flatMap(singles);
  return named.filter(port => registry.isUsed(port)).map(port => numberOffer(port, `usual for ${word}`));
}

const FIREWALL = 'firewall';

/** What a word stands for, when nothing says which program it is. */
const MEANINGS: ReadonlyMap<string, readonly number[]> = new Map([
  ['cache', [6379, 11211]],
  ['database', [5432, 3306, 27017, 1433]],
  ['db', [5432, 3306, 27017, 1433]],
  [FIREWALL, [22, 80, 443]],
  ['debug', [9229, 5005, 5678]],
  ['haproxy', [80, 443, 8404]],
  ['mail', [587, 465, 25, 1025]],
  ['metrics', [9090, 9100]],
  ['broker', [5672, 9092, 1883]],
  ['mongosh', [27017]],
  ['psql', [5432]],
  ['queue', [5672, 6379]],
  ['search', [9200, 7700, 8983]],
  ['sql', [5432, 3306, 1433]],
  ['web', [8080, 3000, 80]],
]);
