import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from './chromium.ts';
import { onPath } from './onPath.ts';

/** Debian and its kin, as root: as in a container of CI. Elsewhere whoever lacks an editor is told by its test. */
export function installSystemPackages(): void {
  const missing = [
    ...(chromiumPath() === undefined ? ['chromium'] : []),
    ...(onPath('nvim') === undefined ? ['neovim'] : []),
    ...(onPath('emacs') === undefined ? ['emacs-nox', 'elpa-eglot', 'elpa-yaml-mode'] : []),
  ];
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing by apt-get: ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options: SpawnSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'], env };
  spawnSync('apt-get', ['update', '-qq'], options);
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
  if (status !== 0) console.log('apt-get could not install them');
}
