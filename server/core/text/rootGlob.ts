import { globTest } from './glob.ts';
import { isInside } from './path.ts';

/**
 * Globs of a project file as a test of paths: they are held against the path below the folder, from any of its folders on;
 * with a slash in front from the folder itself. A glob that names a folder means all that lies in it.
 */
export function rootGlobTest(folder: string, globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const trimmed = globs.map(glob => glob.replace(/\/+$/, '').replace(/^\.\//, '/')).filter(glob => glob !== '');
  const anywhere = globTest(trimmed.filter(glob => !glob.startsWith('/')));
  // Below a folder that only the root can have, an anchored glob begins nowhere else.
  const anchored = globTest(trimmed.filter(glob => glob.startsWith('/')).map(glob => `${TOP}${glob}`));
  const start = folder.length + (folder.endsWith('/') ? 0 : 1);
  return path => {
    if (!isInside(path, folder) || path.length <= start) return false;
    const below = path.slice(start);
    for (let end = below.length; end > 0; end = below.lastIndexOf('/', end - 1)) {
      const part = below.slice(0, end);
      if (anywhere(part) || anchored(`${TOP}/${part}`)) return true;
    }
    return false;
  };
}

const TOP = '\u0000';
