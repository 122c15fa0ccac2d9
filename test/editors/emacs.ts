// Emacs with its own client, eglot, over stdio: as other people's editors are, without any code of ours.
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
  const emacs = onPath('emacs');
  if (emacs === undefined || !hasPackages(emacs))
    return couldNotRun('no Emacs with eglot and yaml-mode found (Debian: emacs-nox elpa-eglot elpa-yaml-mode)');
  const { stdout, stderr, status } = spawnSync(emacs, ['--batch', '-l', join(ROOT, 'test/editors/emacs.el')], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      // Nobody's own settings and packages.
      HOME: stand.folder,
      PORTOLAN_FILE: join(stand.folder, 'compose.yaml'),
      ...recipeFor(stand, 'emacs'),
    },
  });
  const told = stdout + stderr;
  const has = (pattern: RegExp) => () => assert.match(told, pattern);
  await steps([
    ['runs to the end', () => assert.equal(status, 0, told)],
    ['diagnostics: the collision through .env', has(/^diagnostic: .*9090/m)],
    ['hover over 5432 names PostgreSQL', has(/^hover: .*PostgreSQL/m)],
    ['references: who dials the port', has(/^reference: .*DATABASE_URL: postgres:\/\/.*@db:5432/m)],
    ['code action: bind to loopback', has(/^bound: - "127\.0\.0\.1:5432:5432"$/m)],
    ['code action: the next free port', has(/^action: Take the next free port: \d+/m)],
    ['rename: the variable', has(/^renamed: METRICS_PORT: "9465"$/m)],
    ['rename: what is exposed', has(/^renamed too: - "9465"$/m)],
    ['completion: the container port of the image', has(/^completion: .*6379/m)],
  ]);
}

function hasPackages(emacs: string): boolean {
  const load = "(progn (package-initialize) (require 'eglot) (require 'yaml-mode))";
  return spawnSync(emacs, ['--batch', '--eval', load], { timeout: 60_000 }).status === 0;
}
