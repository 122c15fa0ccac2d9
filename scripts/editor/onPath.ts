import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program stands, or nothing. */
export function onPath(program: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => endings.map(ending => join(folder, program + ending)))
    .find(file => existsSync(file));
}
