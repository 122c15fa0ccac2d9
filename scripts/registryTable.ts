import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** Writes `registry/table.generated.txt` where it is missing or older than what it is made from. */
export function registryTable(): void {
  const written = modified('registry/table.generated.txt');
  const sources = globSync(['registry/**/*.{ts,tsv,jsonl}'], { cwd: ROOT });
  const newest = Math.max(...sources.map(modified));
  if (written >= newest) return;
  const { status } = spawnSync(process.execPath, ['registry/build/build.ts'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('registry/build/build.ts failed');
}

function modified(name: string): number {
  return statSync(join(ROOT, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (import.meta.main) registryTable();
