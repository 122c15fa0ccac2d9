import type { InitializeParams } from 'vscode-languageserver';
import { isInside } from '../core/analysis.ts';
import { encodePath, pathOf, uriOf } from './uris.ts';

/** A workspace folder. */
export interface Folder {
  /** As the client spells it, without a slash at its end unless it is a root. */
  readonly uri: string;
  readonly path: string;
}

export function folderOf(uri: string): Folder {
  // The root of a disk (`file:///`) or of a host (`memfs://host/`) keeps its slash: without it, it is no folder.
  const root = /^[^:/]+:(?:\/\/[^/]*)?\//.exec(uri)?.[0] ?? '';
  const trimmed = root + uri.slice(root.length).replace(/\/+$/, '');
  return { uri: trimmed, path: pathOf(trimmed) };
}

/** Older clients send one root, or none for a file alone. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly Folder[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(folderOf);
}

/** The innermost folder that holds the path: folders of a workspace may nest. */
export function folderAround(folders: readonly Folder[], path: string): Folder | undefined {
  return folders
    .filter(folder => isInside(path, folder.path))
    .reduce<Folder | undefined>(
      (best, folder) => (best && best.path.length >= folder.path.length ? best : folder),
      undefined,
    );
}

/** The URI of a path in the spelling of its folder, by which the client knows the file. */
export function uriIn(folders: readonly Folder[], path: string): string {
  const folder = folderAround(folders, path);
  if (!folder) return uriOf(path);
  const rest = path.slice(folder.path.length).replace(/^\//, '');
  return rest === '' ? folder.uri : `${folder.uri}${folder.uri.endsWith('/') ? '' : '/'}${encodePath(rest)}`;
}
