import { asPort } from '../../../../registry/port.ts';
import { numberOffer, type Offer, singles } from './offer.ts';
import { placeWords } from './placeWords.ts';
import type { Slot } from './slot.ts';

/** Where nobody knows which program it is: what the words around mean, or the last resort. */
export function meaningOffers(slot: Slot, lastResort?: string): readonly Offer[] {
  const { occurrence, facts } = slot;
  const isRule = occurrence?.role === 'allow' || occurrence?.role === 'deny';
  const found = [facts.format, ...placeWords(slot), ...(isRule ? ['firewall'] : [])].flatMap(word => usual(slot, word));
  if (found.length > 0) return found;
  const named = occurrence?.host === undefined ? [] : namedOffers(slot, occurrence.host);
  return named.length > 0 || lastResort === undefined ? named : usual(slot, lastResort);
}

function usual({ registry }: Slot, word: string): readonly Offer[] {
  const meaning = MEANINGS.get(word);
  const ports = (meaning?.ports ?? []).flatMap(number => asPort(number) ?? []);
  return ports.map(port =>
    meaning?.why === undefined
      ? numberOffer(port, `usual for ${word}`, registry.used(port, 'tcp')[0]?.software)
      : numberOffer(port, meaning.why),
  );
}

interface Meaning {
  readonly ports: readonly number[];
  /** Where many share the numbers: none of them is named. */
  readonly why?: string;
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

/** What a word of people, or the format of a file, stands for. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['broker', { ports: [5672, 9092, 1883] }],
  ['cache', { ports: [6379, 11211] }],
  ['database', { ports: [5432, 3306, 27017, 1433] }],
  ['db', { ports: [5432, 3306, 27017, 1433] }],
  ['debug', { ports: [9229, 5005, 5678], why: 'usual for debuggers' }],
  ['firewall', { ports: [22, 80, 443], why: 'often let through' }],
  ['frontend', { ports: [3000, 8080, 5173], why: 'often used for web pages' }],
  ['haproxy', { ports: [80, 443, 8404], why: 'usual for HAProxy' }],
  ['lighttpd', { ports: [80, 443], why: 'usual for lighttpd' }],
  ['mail', { ports: [587, 465, 25, 1025] }],
  ['metrics', { ports: [9090, 9100] }],
  ['mongosh', { ports: [27017] }],
  ['pgport', { ports: [5432] }],
  ['psql', { ports: [5432] }],
  ['queue', { ports: [5672, 6379] }],
  ['search', { ports: [9200, 7700, 8983] }],
  ['sql', { ports: [5432, 3306, 1433] }],
  ['vscode-launch', { ports: [9229, 5678, 5005], why: 'usual for debuggers' }],
  ['web', { ports: [8080, 3000, 80], why: 'often used for web pages' }],
]);
