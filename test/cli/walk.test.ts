import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { corePath } from '../../server/node/paths.ts';
import { walk } from '../../server/node/walk.ts';
import { temporaryFolder, writeFiles } from '../harness/temporaryFolder.ts';

interface Met {
  readonly files: readonly string[];
  readonly skipped: readonly string[];
}

function meet(folder: string, { start = '', ignore = true, depth = 100, most = 1000 } = {}): Met {
  const base = corePath(folder, process.platform === 'win32');
  const files: string[] = [];
  const skipped: string[] = [];
  walk(start === '' ? base : `${base}/${start}`, {
    root: base,
    ignore,
    depth,
    most,
    wants: path => path.endsWith('.env'),
    file: path => files.push(path.slice(base.length + 1)),
    skip: (path, reason) => skipped.push(`${path.slice(base.length + 1)}: ${reason}`),
  });
  return { files, skipped };
}

test('wanted files in the order of names, folders of tools left out, build folders not', () => {
  const folder = temporaryFolder({
    'b.env': '',
    'a.env': '',
    'a.txt': '',
    'build/docker/c.env': '',
    '.config/d.env': '',
    ...Object.fromEntries(
      ['.git', '.hg', '.svn', 'node_modules', '.venv', '__pycache__', '.terraform'].map(name => [
        `x/${name}/e.env`,
        '',
      ]),
    ),
    'vendor/f.env': '',
  });
  assert.deepEqual(meet(folder).files, ['.config/d.env', 'a.env', 'b.env', 'build/docker/c.env', 'vendor/f.env']);
});

test('.gitignore holds from the root of the repository down, also for a start below it', () => {
  const folder = temporaryFolder({
    '.git/info/exclude': 'private.env\n',
    '.gitignore': 'secret.env\n/out/\n',
    'secret.env': '',
    'private.env': '',
    'out/a.env': '',
    'app/.gitignore': '!secret.env\nlocal.env\n',
    'app/secret.env': '',
    'app/local.env': '',
    'app/src/local.env': '',
    'app/src/secret.env': '',
    'app/src/private.env': '',
  });
  assert.deepEqual(meet(folder).files, ['app/secret.env', 'app/src/secret.env']);
  assert.deepEqual(meet(folder, { start: 'app/src' }).files, ['app/src/secret.env']);
  assert.deepEqual(meet(folder, { ignore: false }).files.length, 8);
});

test('a folder that was named is entered, ignored or not', () => {
  const folder = temporaryFolder({
    '.git/HEAD': '',
    '.gitignore': 'out/\n',
    'out/a.env': '',
    'node_modules/b/c.env': '',
  });
  assert.deepEqual(meet(folder, { start: 'out' }).files, ['out/a.env']);
  assert.deepEqual(meet(folder, { start: 'node_modules/b' }).files, ['node_modules/b/c.env']);
});

test('a repository inside another one has its own rules only', () => {
  const folder = temporaryFolder({
    '.git/HEAD': '',
    '.gitignore': '*.env\n',
    'a.env': '',
    'inner/.git/HEAD': '',
    'inner/.gitignore': 'c.env\n',
    'inner/b.env': '',
    'inner/c.env': '',
  });
  assert.deepEqual(meet(folder).files, ['inner/b.env']);
});

test('without a repository .gitignore holds from the start', () => {
  const folder = temporaryFolder({ '.gitignore': 'a.env\n', 'a.env': '', 'b.env': '' });
  assert.deepEqual(meet(folder).files, ['b.env']);
});

test('links are followed inside the root, each file met once', () => {
  const outside = temporaryFolder({ 'far.env': '', 'folder/far.env': '' });
  const folder = temporaryFolder({ 'real/a.env': '', 'real/sub/b.env': '', 'z.txt': '', 'node_modules/p/c.env': '' });
  symlinkSync(join(outside, 'far.env'), join(folder, 'out.env'));
  symlinkSync(join(outside, 'folder'), join(folder, 'outfolder'), 'junction');
  symlinkSync(join(folder, 'real'), join(folder, 'again'), 'junction');
  symlinkSync(folder, join(folder, 'real/up'), 'junction');
  symlinkSync(join(folder, 'z.txt'), join(folder, 'z.env'));
  symlinkSync(join(folder, 'node_modules/p'), join(folder, 'linked'), 'junction');
  assert.deepEqual(meet(folder), { files: ['real/a.env', 'real/sub/b.env', 'z.env'], skipped: [] });
  assert.deepEqual(meet(folder, { start: 'real/sub' }).files, ['real/sub/b.env']);
});

test('a link to a folder outside the start but inside the root is walked once', () => {
  const folder = temporaryFolder({ 'shared/a.env': '', 'shared/sub/b.env': '', 'app/x.env': '' });
  symlinkSync(join(folder, 'shared'), join(folder, 'app/one'), 'junction');
  symlinkSync(join(folder, 'shared/sub'), join(folder, 'app/two'), 'junction');
  assert.deepEqual(meet(folder, { start: 'app' }).files, ['app/x.env', 'app/one/a.env', 'app/one/sub/b.env']);
});

test('broken links, pipes and loops are named, if their names are wanted', () => {
  const folder = temporaryFolder({ 'a.env': '' });
  symlinkSync('missing', join(folder, 'broken.env'));
  symlinkSync('missing', join(folder, 'broken.txt'));
  symlinkSync('loop.env', join(folder, 'loop.env'));
  const expected = [
    'broken.env: a link that cannot be followed: no such file or folder',
    'loop.env: a link that cannot be followed: it leads to itself',
  ];
  if (process.platform !== 'win32') {
    execFileSync('mkfifo', [join(folder, 'pipe.env'), join(folder, 'pipe.txt')]);
    expected.unshift('pipe.env: not a regular file');
  }
  assert.deepEqual(meet(folder), { files: ['a.env'], skipped: expected });
});

test('a folder with the name of a file is walked', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'x.env'));
  writeFiles(folder, { 'x.env/y.env': '' });
  assert.deepEqual(meet(folder).files, ['x.env/y.env']);
});

test('no deeper than asked for', () => {
  const folder = temporaryFolder({ 'a.env': '', 'x/b.env': '', 'x/y/c.env': '', 'x/y/z/d.env': '' });
  assert.deepEqual(meet(folder, { depth: 0 }).files, ['a.env']);
  assert.deepEqual(meet(folder, { depth: 2 }).files, ['a.env', 'x/b.env', 'x/y/c.env']);
});

test('no other folder once there were so many entries, and the one at hand to its end', () => {
  const folder = temporaryFolder({ 'a/b.env': '', 'a/c.env': '', 'd/e.env': '', 'f.env': '', 'g.env': '' });
  assert.deepEqual(meet(folder, { most: 1 }).files, ['f.env', 'g.env']);
  assert.deepEqual(meet(folder, { most: 5 }).files, ['a/b.env', 'a/c.env', 'f.env', 'g.env']);
});
