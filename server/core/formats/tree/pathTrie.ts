import type { Place } from './place.ts';

/** All places of a format as one automaton: a file is walked once, however many places there are. */
export interface PathTrie {
  /** The states before the first key. */
  readonly start: readonly State[];
  /** The states after one more key; `active` itself is left alone. */
  next(active: readonly State[], key: string): readonly State[];
}

/** How far the places were followed down a path of keys. */
export interface State {
  readonly keys: Map<string, State>;
  readonly patterns: { readonly prefix: string; readonly suffix: string; readonly state: State }[];
  any: State | undefined;
  /** The state behind `**`, which is entered without a key. */
  deep: State | undefined;
  /** Stays whatever key comes. */
  readonly stays: boolean;
  /** The places that end here, each with its line in the table. */
  readonly places: { readonly line: number; readonly place: Place }[];
}

/** Compiles the places of a format; `anyCase` takes upper and lower case for one. */
export function pathTrie(places: readonly Place[], anyCase: boolean): PathTrie {
  const root = newState(false);
  const fold = (text: string): string => (anyCase ? text.toLowerCase() : text);
  for (const [line, place] of places.entries())
    for (const segments of choices(fold(place.where))) addPath(root, segments, { line, place });
  const start: State[] = [];
  enter(root, start);
  return {
    start,
    next(active, written) {
      if (active.length === 0) return active;
      const key = fold(written);
      const found: State[] = [];
      for (const state of active) {
        if (state.stays) found.push(state);
        const exact = state.keys.get(key);
        if (exact) enter(exact, found);
        for (const { prefix, suffix, state: matching } of state.patterns) {
          if (key.length >= prefix.length + suffix.length && key.startsWith(prefix) && key.endsWith(suffix))
            enter(matching, found);
        }
        if (state.any) enter(state.any, found);
      }
      return found;
    },
  };
}

function newState(stays: boolean): State {
  return { keys: new Map(), patterns: [], any: undefined, deep: undefined, stays, places: [] };
}

function enter(state: State, found: State[]): void {
  if (!found.includes(state)) found.push(state);
  if (state.deep) enter(state.deep, found);
}

function addPath(root: State, segments: readonly string[], place: State['places'][number]): void {
  let state = root;
  for (const segment of segments) state = step(state, segment);
  state.places.push(place);
}

function step(state: State, segment: string): State {
  if (segment === '**') return (state.deep ??= newState(true));
  if (segment === '*') return (state.any ??= newState(false));
  const star = segment.indexOf('*');
  if (star < 0) {
    const known = state.keys.get(segment) ?? newState(false);
    state.keys.set(segment, known);
    return known;
  }
  const prefix = segment.slice(0, star);
  const suffix = segment.slice(star + 1);
  const known = state.patterns.find(pattern => pattern.prefix === prefix && pattern.suffix === suffix);
  if (known) return known.state;
  const added = newState(false);
  state.patterns.push({ prefix, suffix, state: added });
  return added;
}

/** `a.{b,c.d}` as the paths `a.b` and `a.c.d`. A key with a dot is written with `\.`. */
function choices(where: string): readonly (readonly string[])[] {
  const open = where.indexOf('{');
  if (open < 0) return [where.split(/(?<!\\)\./).map(segment => segment.replaceAll('\\.', '.'))];
  const close = where.indexOf('}', open);
  return where
    .slice(open + 1, close)
    .split(',')
    .flatMap(choice => choices(where.slice(0, open) + choice + where.slice(close + 1)));
}
