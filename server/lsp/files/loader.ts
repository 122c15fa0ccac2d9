import { isInside } from '../../core/analysis.ts';
import { type After, createBreath } from '../after.ts';
import { folderAround } from '../folders.ts';
import type { Model } from '../model.ts';
import { pathOf } from '../uris.ts';
import type { Cancel, Files } from './files.ts';

/** Brings stored files into the model. */
export interface Loader {
  /** Reads files, a few at a time; what is open in the editor is left alone. `listed` as in `Model.store`. */
  load(
    uris: AsyncIterable<string> | Iterable<string>,
    listed: boolean,
    cancel: Cancel,
    onRead?: () => void,
  ): Promise<void>;
  /** A file or a folder is gone, with all that is being read of it. */
  forget(path: string): void;
  /** Reads what the known documents depend on, until nothing is missing. */
  settle(): Promise<void>;
}

export function createLoader(model: Model, files: Files, after: After, stopped: Cancel): Loader {
  // Of two reads of one file, the one that began last holds the newer text, whichever comes back first.
  // What any of them lists stays listed: the scan's read may be overtaken by one on behalf of another document.
  const latest = new Map<string, { readonly listed: boolean }>();
  let settling: Promise<void> | undefined;

  const loadOne = async (uri: string, listed: boolean, cancel: Cancel): Promise<void> => {
    const path = pathOf(uri);
    const mine = { listed: listed || latest.get(path)?.listed === true };
    latest.set(path, mine);
    const text = await files.read(uri);
    if (latest.get(path) !== mine) return;
    latest.delete(path);
    if (!cancel.isCancellationRequested && !stopped.isCancellationRequested) model.store(path, text, mine.listed);
  };

  const load: Loader['load'] = async (uris, listed, cancel, onRead) => {
    const running = new Set<Promise<void>>();
    const breathe = createBreath(after);
    for await (const uri of uris) {
      if (running.size >= AT_ONCE) await Promise.race(running);
      await breathe();
      if (cancel.isCancellationRequested || stopped.isCancellationRequested) break;
      const task: Promise<void> = loadOne(uri, listed, cancel).finally(() => {
        running.delete(task);
        onRead?.();
      });
      running.add(task);
    }
    await Promise.all(running);
  };

  const settleNow = async (): Promise<void> => {
    // A chain of includes is followed so far; a file that still asks for more by then is no real one.
    for (let round = 0; round < LONGEST_CHAIN && !stopped.isCancellationRequested; round++) {
      const wanted = model.wanted();
      if (wanted.length === 0) return;
      const within = wanted.filter(({ path }) => folderAround(model.folders(), path) && !model.openAt(path));
      for (const { path } of wanted) {
        const document = model.openAt(path);
        if (document) model.open(document);
        else if (!folderAround(model.folders(), path)) model.store(path, undefined, false);
      }
      await load(
        within.map(({ path }) => model.uri(path)),
        false,
        stopped,
      );
    }
  };

  return {
    load,
    forget(path) {
      for (const each of [...latest.keys()]) if (isInside(each, path)) latest.delete(each);
      model.forget(path);
    },
    settle: () =>
      (settling ??= settleNow().finally(() => {
        settling = undefined;
      })),
  };
}

/** Reads in flight. */
const AT_ONCE = 16;
const LONGEST_CHAIN = 20;
