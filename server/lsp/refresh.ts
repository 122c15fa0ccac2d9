import type { Connection } from 'vscode-languageserver';
import { type After, pause } from './after.ts';
import type { Client } from './capabilities.ts';
import type { Loader } from './loader.ts';
import type { Push } from './pushDiagnostics.ts';
import type { Reports } from './reports.ts';

export interface RefreshContext {
  readonly connection: Connection;
  readonly client: Client;
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
  run(): Promise<void>;
}

export function createRefresh(context: RefreshContext): Refresh {
  const { connection, client, after, loader, reports, push } = context;
  const edited = new Set<string>();
  let everything = false;

  const anyMoved = async (own: ReadonlySet<string>): Promise<boolean> => {
    let seen = 0;
    let moved = false;
    for (const path of reports.made()) {
      if (own.has(path)) continue;
      if (++seen % BETWEEN_PAUSES === 0) await pause(after);
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
      if (client.refresh && (all || (await anyMoved(own)))) await connection.languages.diagnostics.refresh();
    },
  };
}

const BETWEEN_PAUSES = 50;
