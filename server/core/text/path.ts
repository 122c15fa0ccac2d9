/**
 * Paths inside the core: decoded, `/` as separator, never a URI. `/home/me/compose.yaml`, `c:/work/compose.yaml`,
 * `//server/share/x` or `vscode-vfs://github/owner/repo/x`. Hosts convert at their edge.
 */

/** The folder that holds `path`, without a slash at its end (but `/` for what lies in the root). */
export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  const root = rootOf(path);
  return slash < root.length ? root || '.' : path.slice(0, slash);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What follows the last dot of a name, `env` of `.env`; empty where there is none. */
export function extension(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1 || name.length);
}

/** `reference` as written in a file of the folder `folder`; `\` counts as a separator, as Windows users write it. */
export function resolvePath(folder: string, reference: string): string {
  const written = reference.replaceAll('\\', '/');
  return normalize(isAbsolute(written) ? written : `${folder.replace(/\/$/, '')}/${written}`);
}

/** Folds `.`, `..` and doubled separators; `..` above the root is dropped. */
export function normalize(path: string): string {
  const root = rootOf(path);
  if (root !== '' && !FOLDED.test(path.slice(root.length - 1))) return path;
  const parts: string[] = [];
  for (const part of path.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && (root !== '' || (parts.length > 0 && parts.at(-1) !== '..'))) parts.pop();
    else parts.push(part);
  }
  return root + parts.join('/');
}

/** True where `path` is `folder` itself or lies below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** How `path` is written from `folder`: `../db/compose.yaml`; the path itself where they share no root. */
export function relativePath(folder: string, path: string): string {
  if (rootOf(folder) !== rootOf(path)) return path;
  const from = folder.split('/').filter(part => part !== '');
  const to = path.split('/').filter(part => part !== '');
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}

/** An empty segment, `.` or `..`, behind the slash that ends the root. */
const FOLDED = /\/\.{0,2}(?:\/|$)/;

function isAbsolute(path: string): boolean {
  return rootOf(path) !== '';
}

const ROOT = /^(?:[a-zA-Z][a-zA-Z0-9+.-]+:\/\/[^/]*\/|[a-zA-Z]:\/|\/\/[^/]+\/|\/)/;

function rootOf(path: string): string {
  return ROOT.exec(path)?.[0] ?? '';
}
