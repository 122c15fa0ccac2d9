import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type Disposable,
  FileChangeType,
} from 'vscode-languageserver';
import { folderAround } from '../folders.ts';
import { pathOf } from '../uris.ts';
import type { Cancel } from './files.ts';
import { type Finder, findPortFiles, globsOf } from './findPortFiles.ts';
import type { Loader } from './loader.ts';

/** Asks the client to tell of changes in files that may hold ports, until it is disposed. */
export function watchFiles(connection: Connection, bindings: readonly string[]): Promise<Disposable> {
  const watchers = globsOf(bindings).map(globPattern => ({ globPattern }));
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

export interface WatchContext extends Finder {
  readonly connection: Connection;
  readonly loader: Loader;
  readonly cancel: Cancel;
  attempt(job: () => Promise<void>): void;
  /** Any finding may have moved. */
  changed(): void;
}

/** Follows what happens to files outside the editor's documents. */
export function serveFileChanges(context: WatchContext): void {
  const { connection, loader, attempt, changed, cancel } = context;
  connection.onDidChangeWatchedFiles(params =>
    attempt(async () => {
      await applyChanges(context, params);
      changed();
    }),
  );
  // Of a folder that is deleted or renamed, watchers by file names tell nothing.
  connection.workspace.onDidDeleteFiles(({ files }) => {
    for (const { uri } of files) loader.forget(pathOf(uri));
    changed();
  });
  connection.workspace.onDidRenameFiles(({ files }) =>
    attempt(async () => {
      for (const { oldUri } of files) loader.forget(pathOf(oldUri));
      const uris = files.map(({ newUri }) => newUri);
      await loader.load(findPortFiles(context, uris, cancel), true, cancel);
      changed();
    }),
  );
}

/** Reads anew what was created or changed, and forgets what was deleted. */
async function applyChanges(
  { model, loader, files, cancel }: WatchContext,
  { changes }: DidChangeWatchedFilesParams,
): Promise<void> {
  const listed: string[] = [];
  const hidden: string[] = [];
  for (const { uri, type } of changes) {
    const path = pathOf(uri);
    if (type === FileChangeType.Deleted) {
      loader.forget(path);
      continue;
    }
    const folder = folderAround(model.folders(), path);
    if (!folder) continue;
    const isRead = model.recogniser().mayRead(path);
    const known = isRead && (model.isListed(path) || !(await files.hides(folder.uri, uri)));
    // A file that is hidden or ignored matters only where another one has named it.
    if (known) listed.push(uri);
    else if (model.isNamed(path)) hidden.push(uri);
  }
  await loader.load(listed, true, cancel);
  await loader.load(hidden, false, cancel);
}
