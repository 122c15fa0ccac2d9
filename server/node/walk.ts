import { type Dirent, readdirSync, statSync } from 'node:fs';
import { isInside, SKIPPED_FOLDERS } from '../core/analysis.ts';
import type { Ignore } from './gitignore.ts';
import { realPath } from './realPath.ts';
import { reasonOf } from './reason.ts';
import { below, excludesOf, ignoreAbove, withIgnoreFile } from './repository.ts';

export interface WalkOptions {
  /** Symbolic links are not followed out of it. */
  readonly root: string;
  /** Whether `.gitignore` files count. */
  readonly ignore: boolean;
  /** Asked before anything is opened. */
  wants(path: string): boolean;
  file(path: string): void;
  /** A wanted name that is no file, or a folder that cannot be listed. */
  skip(path: string, reason: string): void;
  /** How many folders deep to go; without it, to the end. 0 stays in the folder itself. */
  readonly depth?: number;
  /** After how many entries of folders no other folder is entered; without it, all are. */
  readonly most?: number;
  /** Asked before each folder; true ends the walk. */
  stopped?(): boolean;
}

/**
 * Every wanted file below `start`, in the order of names, without a promise: on local disks that is several times faster.
 * Links come last, so that a file is met under its own name first, and each only once.
 */
export function walk(start: string, options: WalkOptions): void {
  const { depth = Number.POSITIVE_INFINITY, most = Number.POSITIVE_INFINITY } = options;
  const links: string[] = [];
  // By their own names, not those of links on the way.
  const folders = new Set<string>();
  const files = new Set<string>();
  let met = 0;
  const visit = (folder: string, own: string, above: Ignore | undefined, depth: number): void => {
    if (depth < 0 || met >= most || options.stopped?.()) return;
    const entries = list(folder, options);
    met += entries.length;
    folders.add(own);
    const ignore = options.ignore ? ignoreIn(folder, entries, folder === start, above) : undefined;
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    for (const entry of entries) {
      const { name } = entry;
      const path = prefix + name;
      if (entry.isDirectory()) {
        if (SKIPPED_FOLDERS.has(name) || ignore?.ignores(path, name, true)) continue;
        visit(path, folder === own ? path : below(own, name), ignore, depth - 1);
      } else if (entry.isSymbolicLink()) {
        if (!SKIPPED_FOLDERS.has(name) && !ignore?.ignores(path, name, false)) links.push(path);
      } else if (options.wants(path) && !ignore?.ignores(path, name, false)) {
        if (!entry.isFile()) options.skip(path, 'not a regular file');
        else {
          files.add(folder === own ? path : below(own, name));
          options.file(path);
        }
      }
    }
  };
  visit(start, start, options.ignore ? ignoreAbove(start) : undefined, depth);
  // Following a link may find more of them.
  for (let link = links.shift(); link !== undefined && !options.stopped?.(); link = links.shift()) {
    const target = follow(link, options);
    if (target === undefined || files.has(target.path) || folders.has(target.path)) continue;
    if (target.isFolder) visit(link, target.path, options.ignore ? ignoreAbove(link) : undefined, depth - 1);
    else {
      files.add(target.path);
      options.file(link);
    }
  }
}

/** libuv sorts names on most systems; this makes it sure on all. */
function list(folder: string, options: WalkOptions): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    options.skip(folder, reasonOf(error));
    return [];
  }
}

/** A repository inside another one has its own rules only. */
function ignoreIn(
  folder: string,
  entries: readonly Dirent[],
  isStart: boolean,
  above: Ignore | undefined,
): Ignore | undefined {
  const nested = !isStart && entries.some(entry => entry.name === '.git');
  const base = nested ? excludesOf(folder) : above;
  return entries.some(entry => entry.name === '.gitignore') ? withIgnoreFile(folder, base) : base;
}

/** Where a link leads, named from the root as given, if that lies in the root, in no skipped folder, and is of use. */
function follow(link: string, options: WalkOptions): { readonly path: string; readonly isFolder: boolean } | undefined {
  try {
    const real = realPath(link);
    const root = realPath(options.root);
    if (!isInside(real, root)) return undefined;
    const rest = real.slice(root.length);
    if (rest.split('/').some(part => SKIPPED_FOLDERS.has(part))) return undefined;
    const path = options.root + rest;
    const stats = statSync(real);
    if (stats.isDirectory()) return { path, isFolder: true };
    if (!options.wants(link)) return undefined;
    if (stats.isFile()) return { path, isFolder: false };
    options.skip(link, 'not a regular file');
  } catch (error) {
    if (options.wants(link)) options.skip(link, `a link that cannot be followed: ${reasonOf(error)}`);
  }
  return undefined;
}
