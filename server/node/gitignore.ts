import { type IgnorePattern, readIgnorePattern } from './gitignorePattern.ts';

/** The ignore files that hold for a folder, its own first. */
export interface Ignore {
  /** An absolute path without a slash at its end; a folder in the folder of one of the ignore files. */
  ignores(path: string, name: string, isFolder: boolean): boolean;
}

/**
 * Adds the ignore file of `folder` to what holds above it. A deeper file goes before one above, a later line before an
 * earlier one. What lies in an ignored folder cannot be taken back; the walk does not get there.
 */
export function createIgnore(folder: string, text: string, above: Ignore | undefined): Ignore | undefined {
  const patterns = readPatterns(text);
  if (patterns.length === 0) return above;
  const start = folder.endsWith('/') ? folder.length : folder.length + 1;
  const judge = (path: string, name: string, isFolder: boolean): boolean | undefined => {
    const relative = path.slice(start);
    for (const pattern of patterns) {
      if (pattern.foldersOnly && !isFolder) continue;
      if (pattern.matches(relative, name)) return !pattern.negated;
    }
    return undefined;
  };
  return {
    ignores: (path, name, isFolder) => judge(path, name, isFolder) ?? above?.ignores(path, name, isFolder) ?? false,
  };
}

/** The last line first, as it decides. */
function readPatterns(text: string): readonly IgnorePattern[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap(line => readIgnorePattern(line) ?? [])
    .reverse();
}
