import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_CACHE } from './trees.ts';

const DCLINT = '3.1.0';

/** The path of dclint's program, installed on first use: no dependency of ours. Or why it cannot be had. */
export function dclint(): { readonly path: string } | { readonly missing: string } {
  const folder = join(BENCH_CACHE, `dclint-${DCLINT}`);
  const path = join(folder, 'node_modules/dclint/bin/dclint.cjs');
  if (existsSync(path)) return { path };
  const options = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...options, `dclint@${DCLINT}`], { stdio: 'inherit' })
    : spawnSync('npm', [...options, `dclint@${DCLINT}`], { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0 && existsSync(path) ? { path } : { missing: `dclint ${DCLINT} could not be installed by npm` };
}
