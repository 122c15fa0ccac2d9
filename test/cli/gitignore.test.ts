import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createIgnore, type Ignore } from '../../server/node/gitignore.ts';
import { temporaryFolder, writeFiles } from '../harness/temporaryFolder.ts';

/** Patterns that git's manual and its own tests make difficult. */
const PATTERNS = [
  '*.log',
  '!keep.log',
  '/top',
  'build/',
  'a/b',
  '/a/c/',
  '**/deep',
  'x/**',
  'x/**/y',
  '**/z/w',
  '**',
  'foo*bar',
  'foo?bar',
  'f[a-c]o',
  'f[!a-c]o',
  'f[^a-c]o',
  'f[]x]o',
  'f[a-]o',
  'f[[:digit:]]o',
  'f[\\]]o',
  'un[closed',
  '\\!bang',
  '\\#hash',
  '#comment',
  'trail  ',
  'trail\\ ',
  'end\\',
  '*',
  '/*',
  '/*/',
  '*/b',
  'a/*',
  'a/**',
  'a**b',
  '**a/b',
  'a/b/**/c',
  '***',
  'a/***/b',
  '/**/b',
  '/',
  '!',
  '.env*',
  '*.[oa]',
  'a*b*c*d',
  'ä*',
  '??',
  'A',
  'dir/\\*star',
  'foo/*/bar',
  'a//b',
  './a',
];

const PATHS = [
  'a.log',
  'keep.log',
  'top',
  'd/top',
  'build/x',
  'd/build/x',
  'build2',
  'a/b',
  'd/a/b',
  'a/c/x',
  'deep',
  'p/q/deep',
  'x/y',
  'x/q/y',
  'x/q/r/y',
  'z/w',
  'q/z/w',
  'foobar',
  'foo1bar',
  'foo/bar',
  'foo/k/bar',
  'fao',
  'fdo',
  'f]o',
  'f-o',
  'f5o',
  'fxo',
  'un[closed',
  '!bang',
  '#hash',
  '#comment',
  'trail',
  'end',
  'a/b/c',
  'a/b/k/c',
  'aXXb',
  'Xa/b',
  '.env',
  '.env.local',
  'lib.o',
  'a1b2c3d',
  'ärger',
  'zz',
  'A',
  'dir/*star',
  'dir/xstar',
];

test('every pattern ignores what git ignores', () => {
  const folder = temporaryFolder();
  git(folder, ['init', '-q']);
  for (const pattern of PATTERNS) {
    writeFiles(folder, { '.gitignore': `${pattern}\n` });
    assertSame(folder, PATHS, pattern);
  }
});

test('later lines and deeper files go before', () => {
  const folder = temporaryFolder({
    '.gitignore': '\uFEFF*.log\r\n!keep.log\r\nbuild/\r\n!build/keep\r\n/sub/*.x\r\n',
    'sub/.gitignore': '!a.log\nkeep.log\n!b.x\n/only\n',
    'sub/deeper/.gitignore': '*.log\n',
  });
  git(folder, ['init', '-q']);
  const names = ['a.log', 'keep.log', 'b.x', 'only', 'build/keep'];
  assertSame(
    folder,
    ['', 'sub/', 'sub/deeper/', 'other/'].flatMap(prefix => names.map(name => prefix + name)),
    'nested',
  );
});

test('a pattern of many stars takes no time', () => {
  const ignore = createIgnore('/r', `${'*a'.repeat(60)}b\n${'**/a*/'.repeat(30)}b\n`, undefined);
  const name = 'a'.repeat(250);
  assert.equal(ignore?.ignores(`/r/${`${name}/`.repeat(40)}${name}`, name, false), false);
});

function assertSame(folder: string, paths: readonly string[], about: string): void {
  const expected = new Set(checkIgnore(folder, paths));
  const actual = new Set(paths.filter(path => isIgnored(folder, path)));
  assert.deepEqual([...actual].sort(), [...expected].sort(), `pattern ${JSON.stringify(about)}`);
}

/** As the walk asks: from the root down, each folder before what lies in it. */
function isIgnored(folder: string, path: string): boolean {
  let ignore = withFile(folder, undefined);
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const at = `${folder}/${parts.slice(0, count).join('/')}`;
    const isFolder = count < parts.length;
    if (ignore?.ignores(at, parts[count - 1] ?? '', isFolder)) return true;
    if (isFolder) ignore = withFile(at, ignore);
  }
  return false;
}

function withFile(folder: string, above: Ignore | undefined): Ignore | undefined {
  try {
    return createIgnore(folder, readFileSync(`${folder}/.gitignore`, 'utf8'), above);
  } catch {
    return above;
  }
}

function checkIgnore(folder: string, paths: readonly string[]): readonly string[] {
  try {
    const input = paths.join('\0');
    return git(folder, ['check-ignore', '--no-index', '-z', '--stdin'], input)
      .split('\0')
      .filter(path => path !== '');
  } catch (error) {
    // Exit status 1: none of them is ignored.
    if (error instanceof Error && 'status' in error && error.status === 1) return [];
    throw error;
  }
}

function git(folder: string, args: readonly string[], input = ''): string {
  return execFileSync('git', ['-c', 'core.excludesFile=', '-c', 'core.ignoreCase=false', ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
}
