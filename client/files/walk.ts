import { type CancellationToken, FileType, Uri, workspace } from 'vscode';

/** A guard against file systems without end: of each, files and folders. */
const MOST = 20_000;

/** All files below a folder, but those in folders of the `skipped` names. Links are not followed. */
export async function walk(folder: Uri, skipped: readonly string[], token: CancellationToken): Promise<readonly Uri[]> {
  const files: Uri[] = [];
  const folders = [folder];
  for (const [visited, next] of folders.entries()) {
    if (token.isCancellationRequested || files.length >= MOST || visited >= MOST) break;
    for (const [name, type] of await entries(next)) {
      if (type === FileType.Directory && !skipped.includes(name)) folders.push(Uri.joinPath(next, name));
      else if (type === FileType.File) files.push(Uri.joinPath(next, name));
    }
  }
  return files.slice(0, MOST);
}

async function entries(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
