import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** The unpacked extension: what the .vsix holds, and what web tests load. */
export const STAGE: string = join(ROOT, 'dist/extension');

/** Where `npm run package` puts the .vsix. */
export function vsixPath(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return join(ROOT, 'dist', `portolan-${version}.vsix`);
}

/** The .vsix, which must have been made. */
export function packagedExtension(): string {
  const path = vsixPath();
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run package`);
  return path;
}
