import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '../../scripts/root.ts';
import { readPage } from '../harness/fences.ts';
import type { Stand } from './stand.ts';

/**
 * What an editor is told by `docs/editors.md`, for a test to run as it stands there: the block with this word, in a file, and
 * a `portolan` on the path.
 */
export function recipeFor(stand: Stand, word: string): Readonly<Record<'PORTOLAN_RECIPE' | 'PATH', string>> {
  const { parts } = readPage(readFileSync(join(ROOT, 'docs/editors.md'), 'utf8'));
  const block = parts.find(part => 'body' in part && part.words.includes(word));
  if (!block || !('body' in block)) throw new Error(`docs/editors.md has no block with the word ${word}`);
  const folder = join(stand.folder, '..', 'recipe');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, word);
  writeFileSync(file, block.body);
  symlinkSync(join(ROOT, 'dist/cli.js'), join(folder, 'portolan'));
  return { PORTOLAN_RECIPE: file, PATH: [folder, process.env.PATH ?? ''].join(delimiter) };
}
