import { statSync } from 'node:fs';
import { reasonOf } from './reason.ts';

/** Whether a path names a folder, or why nobody can tell. */
export function folderAt(path: string): boolean | { readonly reason: string } {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
