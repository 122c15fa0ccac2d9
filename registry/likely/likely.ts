import type { ImageFacts, RegistryEntry, Use } from '../entry.ts';
import { remembered } from '../lookup/lazy.ts';
import type { Place, Ranked, Reason } from '../place.ts';
import { asProtocol, overlaps, type Port, type Protocol, single, sizeOf } from '../port.ts';
import { FORMAT_SOFTWARE, OWN_ROLES, ROLE_SOFTWARE, RUNTIME_SOFTWARE, WORD_CATEGORIES } from './hints.ts';
import { type PlaceWords, placeWords } from './placeWords.ts';
import { bearsName } from './serviceNames.ts';
import type { SoftwareNames } from './softwareNames.ts';
import { FEW, WEIGHT } from './weights.ts';
import { isTelling, wordsOf } from './words.ts';

/** What the ranking asks of the registry. */
export interface Known {
  used(port: Port, protocol?: Protocol): readonly Use[];
  assigned(port: Port, protocol?: Protocol): readonly RegistryEntry[];
  ofImage(image: string): readonly Use[];
  ofSoftware(name: string): readonly Use[];
  image(image: string): ImageFacts | undefined;
  crowd(port: Port, protocol: Protocol): number;
}

/** Software that may use the port here, and what speaks for it. */
interface Candidate {
  readonly software: string;
  readonly use?: Use | undefined;
  readonly points: Points;
}

type Points = readonly (readonly [Reason, number])[];

/** Who uses a port at a place, the likeliest first. */
export type Likely = (port: Port, place: Place) => readonly Ranked[];

/**
 * The points of all that speaks for a program are added up. What the number alone says is worked out once for each
 * number, and the words of names and purposes once for each: hundreds of programs use a popular number.
 */
export function createLikely(known: Known, names: () => SoftwareNames): Likely {
  const wordsIn = remembered(wordsOf);
  const byNumber = remembered((lookup: `${number}/${Protocol | ''}`): readonly Candidate[] => {
    const [port = '', protocol = ''] = lookup.split('/');
    return numberCandidates(known, Number(port) as Port, asProtocol(protocol));
  });
  return (port, place) => {
    const words = placeWords(place, names);
    const found = new Map(byNumber(`${port}/${place.protocol ?? ''}`).map(each => [each.software, each]));
    for (const { software, use, points } of imageCandidates(known, port, place)) {
      const before = found.get(software);
      found.set(software, { software, use: use ?? before?.use, points: [...points, ...(before?.points ?? [])] });
    }
    for (const software of [...words.named.keys(), ...speakers(place)]) {
      if (!found.has(software)) found.set(software, { software, points: [] });
    }
    return [...found.values()]
      .map(candidate => ranked(candidate, placePoints(candidate, words, place, wordsIn)))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
  };
}

/** What is known of the number, whatever the place. The registry has the best known use first. */
function numberCandidates(known: Known, port: Port, protocol: Protocol | undefined): readonly Candidate[] {
  const services = known.assigned(port, protocol).filter(({ status }) => status === 'assigned');
  const isFree = known.crowd(port, protocol ?? 'tcp') <= FEW;
  const found = new Map<string, Candidate>();
  for (const use of known.used(port, protocol)) {
    const { software } = use;
    if (!found.has(software)) {
      found.set(software, { software, use, points: numberPoints(use, found.size, services, isFree) });
    }
  }
  return [...found.values()];
}

function numberPoints(use: Use, index: number, services: readonly RegistryEntry[], isFree: boolean): Points {
  const isRegistered = bearsName(use.software, services);
  // What IANA names needs no better ground.
  const standing = WEIGHT.standing[use.standing] - (isRegistered ? 0 : WEIGHT.confidence[use.confidence]);
  const isWide = sizeOf(use.ports) > 100;
  return [
    ['default', standing + WEIGHT.known * WEIGHT.knownNext ** index - (isWide ? WEIGHT.wideRange : 0)],
    ['registered', isRegistered && !isWide ? WEIGHT.registered : 0],
    ['few others', isFree && index === 0 && !isWide ? WEIGHT.fewOthers : 0],
  ];
}

/** What the image of the place is known to listen with. A registry's port is not one of the image that it serves. */
function imageCandidates(known: Known, port: Port, { image, inside, role }: Place): readonly Candidate[] {
  if (image === undefined || role === 'registry') return [];
  const answering = single(inside ?? port);
  const facts = known.image(image);
  const uses = [...known.ofImage(image), ...(facts === undefined ? [] : known.ofSoftware(facts.software))];
  const here = new Map<string, Use>();
  for (const use of uses) if (overlaps(use.ports, answering) && !here.has(use.software)) here.set(use.software, use);
  const points = (worth: number): Points => [['image', worth]];
  const found = [...here.values()].map((use, index): Candidate => {
    return { software: use.software, use, points: points(WEIGHT.image - index) };
  });
  if (found.length > 0 || facts === undefined) return found;
  const listens = facts.ports.some(({ ports }) => overlaps(ports, answering));
  return [{ software: facts.software, points: points(listens ? WEIGHT.image : WEIGHT.imageElsewhere) }];
}

/** Who must be it, whatever the number: the program whose file this is. The best known goes first. */
function speakers({ format = '', role = '' }: Place): readonly string[] {
  return OWN_ROLES.has(role) ? (FORMAT_SOFTWARE[format] ?? []) : [];
}

/** What the place says for a candidate. */
function placePoints({ software, use, points }: Candidate, words: PlaceWords, place: Place, wordsIn: WordsIn): Points {
  const { role = '', image = '' } = place;
  const named = words.named.get(software);
  const isHere = use !== undefined || points.length > 0;
  const part = named === undefined ? partWorth(wordsIn(software), words) : 0;
  return [
    ['name', named === undefined ? part : isHere ? named.here : named.elsewhere],
    ['format', speakers(place).includes(software) ? WEIGHT.format : 0],
    ['role', ROLE_SOFTWARE[role]?.includes(software) ? WEIGHT.role : 0],
    ['runtime', RUNTIME_SOFTWARE[lastPart(image)]?.includes(software) ? WEIGHT.runtime : 0],
    ['purpose', use === undefined ? 0 : purposeWorth(wordsIn(use.purpose), use.category, words)],
  ];
}

type WordsIn = (text: string) => readonly string[];

/** `nginx` is NGINX before it is Nginx Proxy Manager: what the name says more than the place counts against it. */
function partWorth(own: readonly string[], { words }: PlaceWords): number {
  if (words.size === 0) return 0;
  const said = own.filter(word => words.has(word));
  return said.some(isTelling) ? (WEIGHT.part * said.length) / own.length : 0;
}

function purposeWorth(purpose: readonly string[], category: string, { words }: PlaceWords): number {
  if (words.size === 0) return 0;
  let said = 0;
  for (const word of purpose) if (words.has(word) && word.length > 1 && !EMPTY.has(word)) said++;
  let fits = false;
  for (const word of words) fits ||= WORD_CATEGORIES[word]?.includes(category) ?? false;
  return Math.min(WEIGHT.mostPurpose, said * WEIGHT.purpose) + (fits ? WEIGHT.category : 0);
}

/** Words of purposes that stand at nearly every place. */
const EMPTY: ReadonlySet<string> = new Set(
  'an and at by default for from host http in image listen of on or over port ports server service the to url with'.split(
    ' ',
  ),
);

function lastPart(image: string): string {
  return image.slice(image.lastIndexOf('/') + 1);
}

function ranked({ software, use, points }: Candidate, more: Points): Ranked {
  const told = [...points, ...more].filter(([, worth]) => worth !== 0).sort((a, b) => b[1] - a[1]);
  const score = told.reduce((sum, [, worth]) => sum + worth, 0);
  const reasons = told.filter(([, worth]) => worth > 0).map(([reason]) => reason);
  return { software, ...(use === undefined ? {} : { use }), score, reasons };
}
