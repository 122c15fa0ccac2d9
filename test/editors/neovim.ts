// Neovim over stdio, with the server of the command line: an editor without any code of ours.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { onPath } from '../../scripts/editor/onPath.ts';
import { ROOT } from '../../scripts/root.ts';
import { couldNotRun, finish, steps } from './outcome.ts';
import { recipeFor } from './recipe.ts';
import { makeStand } from './stand.ts';

const stand = makeStand();
await finish(run(), stand);

async function run(): Promise<void> {
  const nvim = onPath('nvim');
  if (nvim === undefined) return couldNotRun('no Neovim found (Debian: apt-get install neovim)');
  const { stdout, stderr, status } = spawnSync(
    nvim,
    ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(ROOT, 'test/editors/neovim.lua')}`],
    {
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        PORTOLAN_FILE: join(stand.folder, 'compose.yaml'),
        ...recipeFor(stand, isOld(nvim) ? 'neovim-0.7' : 'neovim-0.11'),
      },
    },
  );
  const told = stdout + stderr;
  const has = (pattern: RegExp) => () => assert.match(told, pattern);
  await steps([
    ['runs to the end', () => assert.equal(status, 0, told)],
    ['diagnostics: the collision through .env', has(/^diagnostic: .*9090/m)],
    ['hover over 5432 names PostgreSQL', has(/^hover: .*PostgreSQL/m)],
    ['references: who dials the port', has(/^reference: .*DATABASE_URL: postgres:\/\/.*@db:5432/m)],
    ['code action: bind to loopback', has(/^bound: +- "127\.0\.0\.1:5432:5432"$/m)],
    ['code action: the next free port', has(/^action: Take the next free port: \d+/m)],
    ['code action: the port plan is made', has(/^planned: .*"ports".*"5432": "db"/m)],
    ['rename: the variable', has(/^renamed: +METRICS_PORT: "9465"$/m)],
    ['rename: what is exposed', has(/^renamed too: +- "9465"$/m)],
    ['completion: the container port of the image', has(/^completion: .*6379/m)],
  ]);
}

/** Before 0.11 there was no `vim.lsp.config`. */
function isOld(nvim: string): boolean {
  const [, minor] = /^NVIM v0\.(\d+)/.exec(spawnSync(nvim, ['--version'], { encoding: 'utf8' }).stdout) ?? [];
  return Number(minor) < 11;
}
