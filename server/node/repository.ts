import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, SKIPPED_FOLDERS } from '../core/analysis.ts';
import { createIgnore, type Ignore } from './gitignore.ts';

/** The nearest folder, from `folder` upwards, that holds one of the names. */
export function nearestFolder(folder: string, names: readonly string[]): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (names.some(name => existsSync(below(at, name)))) return at;
    if (dirname(at) === at || at === '.') return undefined;
  }
}

/** The folder that is read for context: the nearest one with `portolan.json` or `.git`, else `folder` itself. */
export function projectRoot(folder: string): string {
  return nearestFolder(folder, MARKERS) ?? folder;
}

/** False for a folder that is a root only for want of a better one. */
export function isMarkedRoot(folder: string): boolean {
  return MARKERS.some(name => existsSync(below(folder, name)));
}

const MARKERS: readonly string[] = ['portolan.json', '.git'];

/** The ignore files that hold for `folder` before its own is read: those from the root of its repository down. */
export function ignoreAbove(folder: string): Ignore | undefined {
  const root = nearestFolder(folder, ['.git']);
  if (root === undefined) return undefined;
  let ignore = excludesOf(root);
  if (root === folder) return ignore;
  const between: string[] = [];
  for (let at = dirname(folder); at !== root; at = dirname(at)) between.push(at);
  for (const at of [root, ...between.reverse()]) ignore = withIgnoreFile(at, ignore);
  return ignore;
}

/** What the clone ignores for itself: `.git/info/exclude`. */
export function excludesOf(root: string): Ignore | undefined {
  return createIgnore(root, textOf(below(root, '.git/info/exclude')), undefined);
}

export function withIgnoreFile(folder: string, above: Ignore | undefined): Ignore | undefined {
  return createIgnore(folder, textOf(below(folder, '.gitignore')), above);
}

/** Whether git ignores a file below `start`, or a folder between them is never entered. */
export function isIgnored(path: string, start: string): boolean {
  for (let at = path; at !== start && dirname(at) !== at; at = dirname(at)) {
    const name = basename(at);
    if (SKIPPED_FOLDERS.has(name) || ignoreAbove(at)?.ignores(at, name, at !== path)) return true;
  }
  return false;
}

export function below(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
