import { interpolate } from '../../ports/read/interpolate.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import type { Environment } from '../environment.ts';

/** Where a path that a compose file names leads, seen from the folder of the file; undefined where a variable leaves it open. */
export function filledPath(written: Mapped, path: string, environment: Environment): string | undefined {
  const { text } = interpolate(written, 'dollar', environment.lookup);
  return text.includes(UNKNOWN) || text === '' ? undefined : resolvePath(dirname(path), text);
}
