import type { Target } from '../node/loadWorkspace.ts';
import { absolutePath, corePath, typedPrefix } from '../node/paths.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

/** What the paths on the command line mean; the current folder without any. */
export function targetsOf(operands: readonly string[], { cwd, windows }: Io): readonly Target[] {
  const folder = corePath(cwd, windows);
  const typed = operands.length > 0 ? operands : ['.'];
  return typed.map(path => ({ path: absolutePath(path, folder, windows), shown: typedPrefix(path, windows) }));
}

/** The project file that was named on the command line. */
export function configOf({ config }: Pick<Options, 'config'>, io: Io): Target | undefined {
  return config === undefined ? undefined : targetsOf([config], io)[0];
}
