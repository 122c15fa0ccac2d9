import type { Node } from '../../syntax/tree.ts';
import type { At } from '../tree/place.ts';

/** True of a directive's arguments, and not of its block. */
export function isArgument({ parents }: At, node: Node): boolean {
  return node.kind === 'scalar' && parents.at(-1)?.kind === 'list';
}
