import {
  createMapReader,
  createWho,
  filtered,
  type Grouping,
  type MapFormat,
  type MapNames,
  type MapNode,
  type MapPlace,
  type Mark,
  mapTree,
  type PortMap,
  portMap,
  renderMap,
  type Snapshot,
} from '../../../core/analysis.ts';
import { createBreath } from '../../after.ts';
import type { FeatureContext } from '../feature.ts';
import { mapNames } from './mapNames.ts';

/** The map of one snapshot, with the trees that were asked for last. */
export interface MadeMap {
  readonly snapshot: Snapshot;
  readonly map: PortMap;
  text(format: MapFormat): string;
  tree(by: Grouping, filter: string): { readonly roots: readonly MapNode[]; readonly shown: number };
}

export interface MapMaker {
  /** What stands where by now; who it is, and what the rules find, as far as that was known before. */
  first(): Promise<MadeMap>;
  /** With all of that. */
  whole(): Promise<MadeMap>;
}

interface Making {
  readonly stamp: string;
  readonly first: Promise<MadeMap>;
  readonly whole: Promise<MadeMap>;
}

/** Reads and judges file by file, and lets other requests in between. */
export function createMapMaker(context: FeatureContext): MapMaker {
  const { model, after, registry } = context;
  const who = createWho(registry);
  let making: Making | undefined;
  // Until the rules have spoken anew, what they said before is nearer to the truth than nothing.
  let marks: readonly Mark[] = [];
  let generation = 0;
  context.onSettings(() => generation++);

  /** A fault of ours in one file must not take the others with it. */
  const attempt = (job: () => readonly MapPlace[]): readonly MapPlace[] => {
    try {
      return job();
    } catch (error) {
      context.connection.console.error(`The port map: ${error instanceof Error ? error.stack : error}`);
      return [];
    }
  };
  const placesOf = async (snapshot: Snapshot): Promise<readonly MapPlace[]> => {
    const breath = createBreath(after);
    const read = createMapReader(snapshot);
    const places: MapPlace[] = [];
    for (const { path } of snapshot.documents()) {
      for (const place of attempt(() => read(path))) places.push(place);
      await breath();
    }
    return places;
  };
  const stampNow = (): string => `${model.stamp()}/${generation}`;
  /** Left where it is once something has changed: whoever types must not feel it, and asks for another map soon. */
  const judge = async (stamp: string, places: readonly MapPlace[]): Promise<readonly Mark[]> => {
    const breath = createBreath(after);
    const found: Mark[] = [];
    // Asked for here, as a tree asks for all of them at once.
    for (const place of places) {
      who.of(place);
      await breath();
      if (stampNow() !== stamp) return marks;
    }
    for (const path of new Set(places.map(place => place.path))) {
      for (const mark of context.marks(path)) found.push(mark);
      await breath();
      if (stampNow() !== stamp) return marks;
    }
    marks = found;
    return found;
  };
  const make = (stamp: string): Making => {
    const snapshot = model.snapshot();
    const names = mapNames(snapshot, model.folders(), who.of);
    const places = placesOf(snapshot);
    return {
      stamp,
      first: places.then(found => madeMap(snapshot, { ...names, who: who.known }, found, marks)),
      whole: places.then(async found => madeMap(snapshot, names, found, await judge(stamp, found))),
    };
  };
  const now = (): Making => {
    const stamp = stampNow();
    if (making?.stamp !== stamp) making = make(stamp);
    return making;
  };
  return { first: () => now().first, whole: () => now().whole };
}

function madeMap(snapshot: Snapshot, names: MapNames, places: readonly MapPlace[], marks: readonly Mark[]): MadeMap {
  const map = portMap(places, marks);
  let last: { readonly key: string; readonly tree: ReturnType<MadeMap['tree']> } | undefined;
  return {
    snapshot,
    map,
    text: format => renderMap(format, map, names, true),
    tree(by, filter) {
      const key = `${by} ${filter}`;
      if (last?.key !== key) {
        const part = filtered(map, filter, names);
        last = { key, tree: { roots: mapTree(part, by, names), shown: part.ports.length } };
      }
      return last.tree;
    },
  };
}
