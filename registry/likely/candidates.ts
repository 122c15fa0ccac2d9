import type { ImageFacts, RegistryEntry, Use } from '../entry.ts';
import type { Place, Reason } from '../place.ts';
import { isWide, overlaps, type Port, type Protocol, single } from '../port.ts';
import { FORMAT_SOFTWARE, OWN_ROLES } from './hints.ts';
import type { PlaceWords } from './placeWords.ts';
import { bearsName } from './serviceNames.ts';
import { FEW, WEIGHT } from './weights.ts';

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
export interface Candidate {
  readonly software: string;
  readonly use?: Use | undefined;
  readonly points: Points;
  /** The sum of the points. */
  readonly score: number;
}

export type Points = readonly (readonly [Reason, number])[];

/** What is known of the number, whatever the place. The registry has the best known use first. */
export function numberCandidates(known: Known, port: Port, protocol: Protocol | undefined): readonly Candidate[] {
  const services = known.assigned(port, protocol).filter(({ status }) => status === 'assigned');
  const isFree = known.crowd(port, protocol ?? 'tcp') <= FEW;
  const found = new Map<string, Candidate>();
  for (const use of known.used(port, protocol)) {
    const { software } = use;
    if (!found.has(software)) {
      const points = numberPoints(use, found.size, services, isFree);
      found.set(software, { software, use, points, score: sumOf(points) });
    }
  }
  return [...found.values()];
}

function numberPoints(use: Use, index: number, services: readonly RegistryEntry[], isFree: boolean): Points {
  const isRegistered = bearsName(use.software, services);
  // What IANA names needs no better ground.
  const standing = WEIGHT.standing[use.standing] - (isRegistered ? 0 : WEIGHT.confidence[use.confidence]);
  const wide = isWide(use.ports);
  return [
    ['default', standing + WEIGHT.known * WEIGHT.knownNext ** index - (wide ? WEIGHT.wideRange : 0)],
    ['registered', isRegistered && !wide ? WEIGHT.registered : 0],
    ['few others', isFree && index === 0 && !wide ? WEIGHT.fewOthers : 0],
  ];
}

/** Those of whom the place speaks, with what is known of them on the number. */
export function placeCandidates(
  known: Known,
  ofNumber: ReadonlyMap<string, Candidate>,
  { named }: PlaceWords,
  port: Port,
  place: Place,
): ReadonlyMap<string, Candidate> {
  const found = new Map<string, Candidate>();
  for (const { software, use, points, score } of imageCandidates(known, port, place)) {
    const before = ofNumber.get(software);
    found.set(software, {
      software,
      use: use ?? before?.use,
      points: [...points, ...(before?.points ?? [])],
      score: score + (before?.score ?? 0),
    });
  }
  for (const software of [...named.keys(), ...speakers(place)]) {
    if (!found.has(software) && !ofNumber.has(software)) found.set(software, { software, points: [], score: 0 });
  }
  return found;
}

/** What the image of the place is known to listen with. A registry's port is not one of the image that it serves. */
function imageCandidates(known: Known, port: Port, { image, inside, role }: Place): readonly Candidate[] {
  if (image === undefined || role === 'registry') return [];
  const answering = single(inside ?? port);
  const facts = known.image(image);
  const uses = [...known.ofImage(image), ...(facts === undefined ? [] : known.ofSoftware(facts.software))];
  const here = new Map<string, Use>();
  for (const use of uses) if (overlaps(use.ports, answering) && !here.has(use.software)) here.set(use.software, use);
  const withImage = (score: number): Pick<Candidate, 'points' | 'score'> => ({ points: [['image', score]], score });
  const found = [...here.values()].map((use, index): Candidate => {
    return { software: use.software, use, ...withImage(WEIGHT.image - index) };
  });
  if (found.length > 0 || facts === undefined) return found;
  const listens = facts.ports.some(({ ports }) => overlaps(ports, answering));
  return [{ software: facts.software, ...withImage(listens ? WEIGHT.image : WEIGHT.imageElsewhere) }];
}

/** Who must be it, whatever the number: the program whose file this is. The best known goes first. */
export function speakers({ format = '', role = '' }: Place): readonly string[] {
  return OWN_ROLES.has(role) ? (FORMAT_SOFTWARE.get(format) ?? []) : [];
}

export function sumOf(points: Points): number {
  let sum = 0;
  for (const [, worth] of points) sum += worth;
  return sum;
}
