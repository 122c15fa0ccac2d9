import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basename, dirname, isInside, normalize, relativePath, resolvePath } from '../../server/core/text/path.ts';

function check<A extends readonly string[], R>(
  name: string,
  of: (...args: A) => R,
  ...rows: readonly (readonly [...A, R])[]
): void {
  test(name, () => {
    for (const row of rows) {
      const args = row.slice(0, -1) as unknown as A;
      assert.deepEqual(of(...args), row.at(-1), JSON.stringify(args));
    }
  });
}

check(
  'dirname',
  dirname,
  ['/home/me/compose.yaml', '/home/me'],
  ['/compose.yaml', '/'],
  ['/', '/'],
  ['c:/compose.yaml', 'c:/'],
  ['c:/work/compose.yaml', 'c:/work'],
  ['//server/share/x/compose.yaml', '//server/share/x'],
  ['vscode-vfs://github/owner/repo/compose.yaml', 'vscode-vfs://github/owner/repo'],
  ['vscode-vfs://github/owner', 'vscode-vfs://github/'],
  ['compose.yaml', '.'],
);

check(
  'basename',
  basename,
  ['/home/me/compose.yaml', 'compose.yaml'],
  ['c:/compose.yaml', 'compose.yaml'],
  ['compose.yaml', 'compose.yaml'],
  ['/home/', ''],
);

check(
  'normalize',
  normalize,
  ['/a/./b//c/../d', '/a/b/d'],
  ['/../a', '/a'],
  ['c:/a/../../b', 'c:/b'],
  ['../a/..', '..'],
  ['../../a', '../../a'],
  ['a/../..', '..'],
  ['vscode-vfs://github/owner/../other', 'vscode-vfs://github/other'],
);

check(
  'resolvePath',
  resolvePath,
  ['/home/me', '.env', '/home/me/.env'],
  ['/home/me', '../you/.env', '/home/you/.env'],
  ['/home/me', '/etc/x', '/etc/x'],
  ['c:/work', '.\\web\\Dockerfile', 'c:/work/web/Dockerfile'],
  ['c:/work', 'D:\\x\\y', 'D:/x/y'],
  ['c:/work', '..\\..\\..\\x', 'c:/x'],
  ['vscode-vfs://github/o/r', './a', 'vscode-vfs://github/o/r/a'],
  ['/', 'a', '/a'],
);

check(
  'isInside',
  isInside,
  ['/a/b', '/a', true],
  ['/a', '/a', true],
  ['/ab', '/a', false],
  ['/a', '/', true],
  ['c:/a', 'c:/', true],
  ['c:/a', 'd:/', false],
);

check(
  'relativePath',
  relativePath,
  ['/a/b', '/a/b/c', 'c'],
  ['/a/b', '/a/c', '../c'],
  ['/a/b', '/a/b', '.'],
  ['/', '/a', 'a'],
  ['c:/a', 'd:/a', 'd:/a'],
  ['c:/a/b', 'c:/c', '../../c'],
);
