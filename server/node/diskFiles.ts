import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isInside, SKIPPED_FOLDERS } from '../core/analysis.ts';
import { type Files, LARGEST } from '../lsp/files/files.ts';
import { encodePath } from '../lsp/uris.ts';
import type { Ignore } from './gitignore.ts';
import { corePath } from './paths.ts';
import { readBytes } from './readText.ts';
import { below, excludesOf, ignoreAbove, withIgnoreFile } from './repository.ts';

/**
 * The disk for a server that must answer meanwhile: no call holds the thread for longer than one folder's list. It finds
 * all files, whatever the globs, as names cost nothing here. Links to folders are not followed: what they lead to in
 * the folder is found under its own name.
 */
export function diskFiles(): Files {
  return {
    async *find(folder, _globs, cancel) {
      const root = pathOfUri(folder);
      if (root === undefined) return;
      const waiting = [{ path: root, uri: folder.replace(/\/+$/, ''), ignore: ignoreAbove(root) }];
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const entries = await list(next.path);
        const ignore = ignoreIn(next.path, entries, next.path === root, next.ignore);
        for (const entry of entries) {
          if (cancel.isCancellationRequested) return;
          const { name } = entry;
          const path = below(next.path, name);
          if (SKIPPED_FOLDERS.has(name) || ignore?.ignores(path, name, entry.isDirectory())) continue;
          const uri = `${next.uri}/${encodePath(name)}`;
          if (entry.isDirectory()) waiting.push({ path, uri, ignore });
          else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsWithin(path, root)))) yield uri;
        }
      }
    },
    async hides(folder, uri) {
      const root = pathOfUri(folder);
      const path = pathOfUri(uri);
      if (root === undefined || path === undefined || !isInside(path, root)) return false;
      let ignore = ignoreAbove(root);
      for (let at = root, rest = path.slice(root.length).split('/').filter(Boolean); ; ) {
        ignore = ignoreIn(at, await list(at), at === root, ignore);
        const [name, ...more] = rest;
        if (name === undefined) return false;
        at = below(at, name);
        if (SKIPPED_FOLDERS.has(name) || ignore?.ignores(at, name, more.length > 0)) return true;
        if (more.length === 0) return false;
        rest = more;
      }
    },
    async read(uri) {
      const path = pathOfUri(uri);
      if (path === undefined) return undefined;
      try {
        const stats = await stat(path);
        // A pipe would wait for ever.
        if (!stats.isFile() || stats.size > LARGEST) return undefined;
        const read = readBytes(await readFile(path));
        return 'text' in read ? read.text : undefined;
      } catch {
        // Gone, or not ours to read: for the editor there is no such file.
        return undefined;
      }
    },
  };
}

function pathOfUri(uri: string): string | undefined {
  try {
    return corePath(fileURLToPath(uri), process.platform === 'win32').replace(/(?<=[^:])\/$/, '');
  } catch {
    return undefined;
  }
}

async function list(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A repository inside another one has its own rules only. */
function ignoreIn(
  folder: string,
  entries: readonly Dirent[],
  isRoot: boolean,
  above: Ignore | undefined,
): Ignore | undefined {
  const nested = !isRoot && entries.some(({ name }) => name === '.git');
  const base = nested ? excludesOf(folder) : above;
  return entries.some(({ name }) => name === '.gitignore') ? withIgnoreFile(folder, base) : base;
}

async function leadsWithin(link: string, root: string): Promise<boolean> {
  try {
    const [real, realRoot] = await Promise.all([realpath(link), realpath(root)]);
    const windows = process.platform === 'win32';
    return isInside(corePath(real, windows), corePath(realRoot, windows)) && (await stat(real)).isFile();
  } catch {
    return false;
  }
}
