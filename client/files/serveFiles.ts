import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { CancellationToken, Disposable } from 'vscode-languageclient';
import {
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/protocol.ts';
import type { Part } from '../part.ts';
import { walk } from './walk.ts';

/** Answers the server where it has no disk of its own: in the web and in virtual workspaces. */
export function serveFiles({ client }: Part): Disposable[] {
  return [
    client.onRequest(READ_FILE, ({ uri, largest }: ReadFileParams) => readFile(Uri.parse(uri), largest)),
    client.onRequest(FIND_FILES, (params: FindFilesParams, token: CancellationToken) => findFiles(params, token)),
  ];
}

async function readFile(uri: Uri, largest: number): Promise<ReadFileResult> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if (size > largest || (type & FileType.File) === 0) return null;
    const bytes = await workspace.fs.readFile(uri);
    // The byte order mark goes, as it does when the editor opens the file.
    return bytes.includes(0) ? null : new TextDecoder().decode(bytes);
  } catch {
    // Gone since it was found, or a provider that is offline: to the server there is no such file.
    return null;
  }
}

async function findFiles(
  { folder, globs, skipped }: FindFilesParams,
  token: CancellationToken,
): Promise<FindFilesResult> {
  const base = Uri.parse(folder);
  const found = await Promise.all(globs.map(glob => search(new RelativePattern(base, glob), skipped, token)));
  const uris = new Set(found.flat().map(uri => uri.toString()));
  // The server knows its files by name, so it may be told of all.
  if (uris.size === 0) return (await walk(base, skipped, token)).map(uri => uri.toString());
  return [...uris];
}

/** Nothing where nothing was found, and also where a file system cannot be searched or is not there yet. */
async function search(
  pattern: RelativePattern,
  skipped: readonly string[],
  token: CancellationToken,
): Promise<readonly Uri[]> {
  try {
    return await workspace.findFiles(pattern, `**/{${skipped.join(',')}}/**`, undefined, token);
  } catch {
    return [];
  }
}
