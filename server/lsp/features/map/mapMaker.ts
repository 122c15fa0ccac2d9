import {
  createMapReader,
  filtered,
  type Grouping,
  type MapFormat,
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
  /** Settles once the map of now is there, with all that the rules find. */
  whole(): Promise<void>;
  /** The best there is; made on the spot where nothing is. */
  now(): { readonly made: MadeMap; readonly isWhole: boolean };
}

/** Reads and judges file by file, and lets other requests in between. */
export function createMapMaker(context: FeatureContext): MapMaker {
  const { model, after } = context;
  let made: { readonly stamp: string; readonly made: MadeMap; readonly isWhole: boolean } | undefined;
  let making: { readonly stamp: string; readonly done: Promise<void> } | undefined;
  let generation = 0;
  context.onSettings(() => generation++);
  const stampOf = (): string => `${model.stamp()}/${generation}`;

  const make = async (stamp: string): Promise<void> => {
    const snapshot = model.snapshot();
    const paths = [...snapshot.documents()].map(({ path }) => path);
    const breath = createBreath(after);
    const read = createMapReader(snapshot);
    const places: MapPlace[] = [];
    for (const path of paths) {
      for (const place of read(path)) places.push(place);
      await breath();
    }
    made = { stamp, made: madeMap(context, snapshot, places, []), isWhole: false };
    const marks: Mark[] = [];
    for (const path of new Set(places.map(place => place.path))) {
      for (const mark of context.marks(path)) marks.push(mark);
      await breath();
    }
    // What came in meanwhile has a map of its own.
    if (making?.stamp === stamp) made = { stamp, made: madeMap(context, snapshot, places, marks), isWhole: true };
  };
  return {
    whole() {
      const stamp = stampOf();
      if (made?.stamp === stamp && made.isWhole) return Promise.resolve();
      if (making?.stamp !== stamp) making = { stamp, done: make(stamp) };
      return making.done;
    },
    now: () => made ?? { made: madeMap(context, model.snapshot(), [], []), isWhole: false },
  };
}

function madeMap(
  { registry, model }: FeatureContext,
  snapshot: Snapshot,
  places: readonly MapPlace[],
  marks: readonly Mark[],
): MadeMap {
  const map = portMap(places, marks);
  const names = mapNames(snapshot, registry, model.folders());
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
