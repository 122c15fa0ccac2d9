import type { Connection } from 'vscode-languageserver';
import { SKIPPED_FOLDERS } from '../../core/analysis.ts';
import {
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from '../../protocol.ts';
import { schemeOf } from '../uris.ts';
import { type Files, LARGEST } from './files.ts';

/** Files that the editor reads for us: in the web and in virtual workspaces there is no disk. */
export function clientFiles(connection: Connection): Files {
  return {
    async *find(folder, globs, cancel) {
      const params: FindFilesParams = { folder, globs, skipped: [...SKIPPED_FOLDERS] };
      for (const uri of await quietly<FindFilesResult>(connection.sendRequest(FIND_FILES, params), [])) {
        if (cancel.isCancellationRequested) return;
        yield uri;
      }
    },
    // The client leaves out what its own settings exclude, from what it watches too.
    hides: async () => false,
    async read(uri) {
      const params: ReadFileParams = { uri, largest: LARGEST };
      const text = await quietly<ReadFileResult>(connection.sendRequest(READ_FILE, params), null);
      return text === null || text.length > LARGEST ? undefined : text;
    },
  };
}

/** The disk for `file:` where there is one, the client for all else, and for everything when it asks so. */
export function chooseFiles(disk: Files | undefined, client: Files, preferClient: boolean): Files {
  const of = (uri: string): Files => (disk && !preferClient && schemeOf(uri) === 'file' ? disk : client);
  return {
    find: (folder, globs, cancel) => of(folder).find(folder, globs, cancel),
    hides: (folder, uri) => of(folder).hides(folder, uri),
    read: uri => of(uri).read(uri),
  };
}

/** A client that does not know the request, or is on its way out, has no files. */
async function quietly<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  try {
    return (await answer) ?? otherwise;
  } catch {
    return otherwise;
  }
}
