import { addTo } from '../text/addTo.ts';
import type { Mapped } from '../text/mapped.ts';
import { readMakefile } from './makefile.ts';
import { scriptTree } from './scriptTree.ts';
import type { Tree } from './tree.ts';

/** A makefile as a map: variables under their names, the lines of a recipe as a list under its target. */
export function makeTree(text: string): Tree {
  const { variables, recipes, comments } = readMakefile(text);
  const lines = new Map<string, Mapped[]>();
  for (const { target, line } of recipes) {
    addTo(lines, target, line);
  }
  return scriptTree({ text, variables, recipes: [...lines], comments });
}
