import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createRecogniser } from '../../server/core/analysis.ts';
import { CACHE } from '../editor/cache.ts';
import { composeTree, configurationTree, mixedTree, writeTree } from './generate.ts';

/** Generated texts and dclint lie outside the checkout, where nothing else walks over them. */
export const BENCH_CACHE: string = join(CACHE, 'bench');

/** Another seed gives another tree of the same kind; a new number after a change of the generator. */
export const SEED = 1;
const VERSION = 3;

export interface Tree {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** Those whose names say that the product may read them. */
  readonly opened: { readonly files: number; readonly bytes: number };
}

export function mixed(): Tree {
  return tree('mixed', () => mixedTree(SEED));
}

export function configuration(): Tree {
  return tree('configuration', () => configurationTree(SEED));
}

export function composeFiles(): Tree {
  return tree('compose', () => composeTree(SEED, 100));
}

function tree(name: string, files: () => Iterable<readonly [string, string]>): Tree {
  mkdirSync(BENCH_CACHE, { recursive: true });
  const folder = join(BENCH_CACHE, `${name}-${SEED}-v${VERSION}`);
  writeTree(folder, files);
  const recogniser = createRecogniser();
  const all = pathsIn(folder).map(path => ({
    bytes: statSync(path).size,
    opened: recogniser.mayRead(path),
  }));
  return { folder, ...sum(all), opened: sum(all.filter(({ opened }) => opened)) };
}

/** In the order of names, hidden ones too. */
export function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
}

function sum(files: readonly { readonly bytes: number }[]): { readonly files: number; readonly bytes: number } {
  return { files: files.length, bytes: files.reduce((total, { bytes }) => total + bytes, 0) };
}
