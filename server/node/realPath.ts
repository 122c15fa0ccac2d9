import { realpathSync } from 'node:fs';
import { corePath } from './paths.ts';

/** Where a path leads when all links are followed. Throws where it leads nowhere. */
export function realPath(path: string): string {
  return corePath(realpathSync(path), process.platform === 'win32');
}
