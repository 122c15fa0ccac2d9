import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globTest } from '../../server/core/text/glob.ts';

function check(glob: string, yes: readonly string[], no: readonly string[]): void {
  test(glob, () => {
    const matches = globTest([glob]);
    for (const path of yes) assert.ok(matches(path), path);
    for (const path of no) assert.ok(!matches(path), path);
  });
}

check('.env', ['/a/.env', '.env', 'c:/a/.ENV'], ['/a/.env.local', '/.env/a', '/a/x.env']);
check('*.env', ['/a/x.env', '/a/.env'], ['/a/x.env.bak']);
check(
  '{compose,docker-compose}*.{yml,yaml}',
  ['/compose.yml', '/a/docker-compose.dev.yaml'],
  ['/my-compose.yml', '/compose.json'],
);
check('Dockerfile.?', ['/Dockerfile.a'], ['/Dockerfile.', '/Dockerfile.ab', '/a/Dockerfile./']);
check(
  'deploy/*.tpl',
  ['/x/deploy/a.tpl', 'deploy/a.tpl'],
  ['/x/redeploy/a.tpl', '/x/deploy/b/a.tpl', '/x/Deploy/a.tpl'],
);
check('/deploy/*.tpl', ['/x/deploy/a.tpl'], ['/x/redeploy/a.tpl']);
check('config/**/*.yaml', ['/config/a.yaml', '/x/config/b/c/a.yaml'], ['/config.yaml', '/myconfig/a.yaml']);
check('config/**', ['/config/a', '/config/a/b.c'], ['/config']);
check('a+(b).[c]', ['/a+(b).[c]'], ['/aab.c']);
check('a{b', ['/ab'], ['/a{b']);
check('a}b,c', ['/a}b,c'], ['/ab']);

test('no glob matches nothing, several match what any does', () => {
  assert.ok(!globTest([])('/a'));
  assert.ok(globTest(['a', 'x/b'])('/a'));
  assert.ok(globTest(['a', 'x/b'])('/x/b'));
});
check('*.', ['/a/run', 'run'], ['/a/run.sh', '/a/.x']);
check('group_vars/**/*.', ['/a/group_vars/all', 'group_vars/web/main'], ['/a/group_vars/all.yml', '/a/vars/all']);
