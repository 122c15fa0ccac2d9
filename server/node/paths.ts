import { normalize } from '../core/analysis.ts';

/** The absolute path of what was typed, in the form of the core: `/` between parts, a drive letter in lower case. */
export function absolutePath(typed: string, folder: string, windows: boolean): string {
  const path = windows ? slashed(typed) : typed;
  if (!windows) return normalize(path.startsWith('/') ? path : `${folder}/${path}`);
  const drive = /^([a-zA-Z]):/.exec(path)?.[1];
  if (drive !== undefined) return normalize(`${drive.toLowerCase()}:/${path.slice(2)}`);
  if (path.startsWith('//')) return normalize(path);
  if (path.startsWith('/')) return normalize(`${rootOf(folder)}${path}`);
  return normalize(`${folder}/${path}`);
}

/** An absolute path of the system, as the core writes it. The file system takes that form too. */
export function corePath(native: string, windows: boolean): string {
  return absolutePath(native, '', windows);
}

/** What was typed, as output begins a path with it: no `./` before, no `/` behind; empty for the current folder. */
export function typedPrefix(typed: string, windows: boolean): string {
  let path = windows ? typed.replaceAll('\\', '/') : typed;
  while (/^\.\/+/.test(path)) path = path.replace(/^\.\/+/, '');
  if (path === '.') return '';
  return path.length > 1 ? path.replace(/(?<=[^/])\/+$/, '') : path;
}

/** The typed path joined with the rest of a file below it. */
export function joinShown(prefix: string, rest: string): string {
  if (prefix === '' || rest === '') return prefix + rest;
  return prefix.endsWith('/') ? prefix + rest : `${prefix}/${rest}`;
}

/** `\\?\C:\x` and `\\?\UNC\server\share` are other spellings of the plain forms. */
function slashed(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^\/\/\?\/UNC\//i, '//')
    .replace(/^\/\/\?\//, '');
}

/** `c:` of `c:/work`, `//server/share` of a path on a share: what `\x` is relative to on Windows. */
function rootOf(folder: string): string {
  return /^(?:[a-z]:|\/\/[^/]+\/[^/]+)/.exec(folder)?.[0] ?? '';
}
