import type { Connection } from 'vscode-languageserver';
import { type After, createBreath } from '../after.ts';
import type { Client } from '../capabilities.ts';
import type { Loader } from '../files/loader.ts';
import type { Model } from '../model.ts';
import type { Push } from './pushDiagnostics.ts';
import type { Reports } from './reports.ts';

export interface RefreshContext {
  readonly connection: Connection;
  readonly client: Client;
  readonly model: Model;
  readonly after: After;
  readonly loader: Loader;
  readonly reports: Reports;
  /** For a client that does not pull. */
  readonly push: Push | undefined;
}

/** Brings what the client shows up to date after a change. */
export interface Refresh {
  /** The client's own edit of one file: it asks for that file by itself. */
  edited(path: string): void;
  /** Files may have come or gone, or the settings have changed: everything is to be asked for. */
  all(): void;
  /** Soon after a change: what depends on what, and the files that are open. */
  run(): Promise<void>;
  /** Later, as it may take long: the files that are not. */
  runClosed(): Promise<void>;
}

export function createRefresh(context: RefreshContext): Refresh {
  const { connection, client, model, after, loader, reports, push } = context;
  const edited = new Set<string>();
  let everything = false;
  const isOpen = (path: string): boolean => model.openAt(path) !== undefined;

  /** All are looked at, as the look itself notes what is new. */
  const anyMoved = async (paths: readonly string[]): Promise<boolean> => {
    const breathe = createBreath(after);
    let moved = false;
    for (const path of paths) {
      await breathe();
      moved = reports.moved(path) || moved;
    }
    return moved;
  };

  return {
    edited: path => void edited.add(path),
    all() {
      everything = true;
    },
    async run() {
      const own = new Set(edited);
      const all = everything;
      edited.clear();
      everything = false;
      await loader.settle();
      if (push) return push.update();
      if (!client.refresh) return;
      const open = reports.made().filter(path => isOpen(path) && !own.has(path));
      if (all || (await anyMoved(open))) await connection.languages.diagnostics.refresh();
    },
    async runClosed() {
      if (push || !client.refresh) return;
      const closed = reports.made().filter(path => !isOpen(path));
      if (await anyMoved(closed)) await connection.languages.diagnostics.refresh();
    },
  };
}
