import { join } from 'node:path';
import { ROOT } from '../root.ts';
import type { Command } from './measure.ts';

/** The Node that runs this runs everything that is compared. */
export const NODE: string = process.execPath;
export const BARE_NODE: Command = { program: NODE, args: ['-e', '0'] };
export const CLI: string = join(ROOT, 'dist/cli.js');

/** What ships; 1 means that it found something. */
export function portolan(...args: readonly string[]): Command {
  return { program: NODE, args: [CLI, ...args], statuses: [0, 1] };
}
