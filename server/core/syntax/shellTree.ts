import { verbatim } from '../text/mapped.ts';
import { readShell } from './shell.ts';
import { exactScalar } from './sourceScalar.ts';
import type { Tree } from './tree.ts';

/** A script as a tree of one scalar, which is all of it. */
export function shellTree(text: string): Tree {
  const span = { start: 0, end: text.length };
  const { comments } = readShell(verbatim(text, span));
  return { documents: text === '' ? [] : [exactScalar(text, span)], comments, errors: [] };
}
