import { readBatch } from './batch.ts';
import { scriptTree } from './scriptTree.ts';
import type { Tree } from './tree.ts';

/** A batch file as a map: its variables, and its commands as one list. */
export function batchTree(text: string): Tree {
  const { variables, commands, comments } = readBatch(text);
  return scriptTree({ text, variables, recipes: [['commands', commands]], comments });
}
