import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, CancellationToken, Disposable } from 'vscode-languageclient';
import {
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from '../server/protocol.ts';

/** In bytes. The server skips larger files in the editor; so they need not travel. */
const LARGEST = 1_000_000;
const SKIPPED = '**/{.git,.hg,.svn,node_modules,.venv,__pycache__,.terraform}/**';

/** Answers the server where it has no disk of its own: in the web and in virtual workspaces. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri))),
    client.onRequest(FIND_FILES, (params: FindFilesParams, token: CancellationToken) => findFiles(params, token)),
  ];
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if (size > LARGEST || (type & FileType.File) === 0) return null;
    const bytes = await workspace.fs.readFile(uri);
    return bytes.includes(0) ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch {
    // Gone since it was found, or a provider that is offline: to the server there is no such file.
    return null;
  }
}

async function findFiles({ folder, globs }: FindFilesParams, token: CancellationToken): Promise<FindFilesResult> {
  const base = Uri.parse(folder);
  const found = await Promise.all(
    globs.map(glob => workspace.findFiles(new RelativePattern(base, glob), SKIPPED, undefined, token)),
  );
  return [...new Set(found.flat().map(uri => uri.toString()))];
}
