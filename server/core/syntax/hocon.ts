import { HOCON } from './braces/braceDialect.ts';
import { readBraces } from './braces.ts';
import type { Tree } from './tree.ts';

/** HOCON, as of Akka and Play. https://github.com/lightbend/config/blob/main/HOCON.md */
export function readHocon(text: string): Tree {
  return readBraces(text, HOCON);
}
