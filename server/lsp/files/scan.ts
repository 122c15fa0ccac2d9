import type { Connection } from 'vscode-languageserver';
import type { Folder } from '../folders.ts';
import type { Cancel } from './files.ts';
import { type Finder, findPortFiles } from './findPortFiles.ts';
import type { Loader } from './loader.ts';

export interface Scan extends Finder {
  readonly connection: Connection;
  readonly loader: Loader;
  /** False where the client is told otherwise. */
  readonly showsProgress: boolean;
  onRead(): void;
}

/**
 * Reads all files of the folders that may hold ports, and shows how far it is. What was read before a cancel stays, and
 * the answer is false.
 */
export async function scanFolders(scan: Scan, folders: readonly Folder[], cancel: Cancel): Promise<boolean> {
  const { connection, loader } = scan;
  const progress = scan.showsProgress
    ? await connection.window.createWorkDoneProgress().catch(() => undefined)
    : undefined;
  const either: Cancel = {
    get isCancellationRequested() {
      return cancel.isCancellationRequested || progress?.token.isCancellationRequested === true;
    },
  };
  progress?.begin('Portolan: reading ports', undefined, undefined, true);
  let read = 0;
  try {
    const uris = folders.map(({ uri }) => uri);
    await loader.load(findPortFiles(scan, uris, either), true, either, () => {
      scan.onRead();
      if (++read % BETWEEN_REPORTS === 0) progress?.report(`${read} files`);
    });
    if (!either.isCancellationRequested) await loader.settle();
    return !either.isCancellationRequested;
  } finally {
    progress?.done();
  }
}

const BETWEEN_REPORTS = 100;
