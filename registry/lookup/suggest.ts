import { editDistance } from './editDistance.ts';

/**
 * The names that are at most a third of their letters away from `name`, nearest first, then those that begin with it;
 * at most five.
 */
export function nearestNames(name: string, names: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.min(3, Math.round(wanted.length / 3)));
  const near = [...new Set(names)].flatMap(candidate => {
    const known = candidate.toLowerCase();
    const distance = editDistance(wanted, known, limit).whole;
    const begins = wanted.length >= 3 && known.startsWith(wanted);
    return distance > limit && !begins ? [] : [{ candidate, distance }];
  });
  return near
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 5)
    .map(({ candidate }) => candidate);
}
