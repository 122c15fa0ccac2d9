import { remembered } from '../lookup/lazy.ts';
import type { Place, Ranked } from '../place.ts';
import { asProtocol, type Port, type Protocol } from '../port.ts';
import {
  type Candidate,
  type Known,
  numberCandidates,
  type Points,
  placeCandidates,
  speakers,
  sumOf,
} from './candidates.ts';
import { ROLE_SOFTWARE, RUNTIME_SOFTWARE } from './hints.ts';
import { createNumberIndex, type Indexed, type NumberIndex, withWords } from './numberIndex.ts';
import { placePoints } from './placePoints.ts';
import { placeWords } from './placeWords.ts';
import type { SoftwareNames } from './softwareNames.ts';
import { lastPart } from './words.ts';

/** Who uses a port at a place, the likeliest first. */
export type Likely = (port: Port, place: Place) => readonly Ranked[];

/**
 * The points of all that speaks for a program are added up. What the number alone says is worked out once for each
 * number.
 */
export function createLikely(known: Known, names: () => SoftwareNames): Likely {
  const byNumber = remembered((lookup: `${number}/${Protocol | ''}`): NumberIndex => {
    const [port = '', protocol = ''] = lookup.split('/');
    return createNumberIndex(numberCandidates(known, Number(port) as Port, asProtocol(protocol)));
  });
  return (port, place) => {
    const words = placeWords(place, names);
    const runtime = RUNTIME_SOFTWARE.get(lastPart(place.image ?? '')) ?? [];
    const ofNumber = byNumber(`${port}/${place.protocol ?? ''}`);
    const ofPlace = placeCandidates(known, ofNumber.bySoftware, words, port, place);
    const others = [...runtime, ...speakers(place), ...(ROLE_SOFTWARE.get(place.role ?? '') ?? [])];
    const scored: Scored[] = [];
    const add = (candidate: Indexed): void => {
      const here = placePoints(candidate, words, place, runtime);
      const score = candidate.score + sumOf(here);
      if (score > 0) scored.push({ candidate, here, score });
    };
    for (const candidate of ofPlace.values()) add(withWords(candidate));
    for (const candidate of ofNumber.concerning(words, others, MOST))
      if (!ofPlace.has(candidate.software)) add(candidate);
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(ranked);
  };
}

/** Nobody asks for the twenty-first. */
const MOST = 20;

interface Scored {
  readonly candidate: Candidate;
  /** What the place says. */
  readonly here: Points;
  readonly score: number;
}

/** The reasons are for whoever asks: most look at the first answer only. */
function ranked({ candidate: { software, use, points }, here, score }: Scored): Ranked {
  return {
    software,
    use,
    score,
    get reasons() {
      const speaking = [...points, ...here].filter(([, worth]) => worth > 0).sort((a, b) => b[1] - a[1]);
      return speaking.map(([reason]) => reason);
    },
  };
}
