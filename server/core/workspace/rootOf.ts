import { dirname, isInside } from '../text/path.ts';
import type { Snapshot } from './snapshot.ts';

/** The innermost folder of the workspace that a file lies in, its own where it lies in none. */
export function rootOf(workspace: Snapshot, path: string): string {
  const roots = workspace.roots.filter(root => isInside(path, root));
  return roots.toSorted((a, b) => b.length - a.length)[0] ?? dirname(path);
}
