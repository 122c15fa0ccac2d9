import { nearestNames } from '../../../../registry/lookup/suggest.ts';

/** So many names of one file are searched for: nobody misspells more, and each costs a look at all that there are. */
const MOST = 100;

/** Finds the name that was meant, for the names of one file. */
export function nearestIn(names: readonly string[]): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return name => {
    if (!known.has(name) && known.size < MOST) known.set(name, nearestNames(name, names)[0]);
    return known.get(name);
  };
}
