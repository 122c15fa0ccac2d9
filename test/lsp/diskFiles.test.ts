import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { diskFiles } from '../../server/node/diskFiles.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'portolan-'));
const WORK = join(ROOT, 'repository', 'work');
after(() => rmSync(ROOT, { recursive: true }));

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'secret.env': 'A=1\n',
  'repository/.git/HEAD': '',
  'repository/.gitignore': '*.local\n',
  'repository/work/.gitignore': 'build/\n!build/keep.yaml\n',
  'repository/work/compose.yaml': 'services: {}\n',
  'repository/work/a b/é.env': 'A=1\n',
  'repository/work/env.local': 'A=1\n',
  'repository/work/build/compose.yaml': '',
  'repository/work/node_modules/x/compose.yaml': '',
  'repository/work/nested/.git/HEAD': '',
  'repository/work/nested/env.local': '',
  'repository/work/big.yaml': 'x'.repeat(1_000_001),
  'repository/work/binary.yaml': 'a\0b',
  'repository/work/marked.yaml': '\uFEFFa: 1\n',
  'repository/work/wide.env': Buffer.from('\uFEFFA=1\n', 'utf16le'),
};
for (const [name, content] of Object.entries(FILES)) {
  const path = join(ROOT, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
symlinkSync(join(ROOT, 'secret.env'), join(WORK, 'outside.env'));
symlinkSync(join(WORK, 'compose.yaml'), join(WORK, 'inside.yaml'));
symlinkSync(WORK, join(WORK, 'loop'));

const FOLDER = pathToFileURL(WORK).href;
const files = diskFiles();

async function found(folder: string = FOLDER): Promise<readonly string[]> {
  const uris: string[] = [];
  for await (const uri of files.find(folder, [], { isCancellationRequested: false }))
    uris.push(uri.slice(FOLDER.length));
  return uris.sort();
}

test('all files but those that are ignored, hidden by links or others’ own', async () => {
  assert.deepEqual(await found(), [
    '/.gitignore',
    '/a%20b/%C3%A9.env',
    '/big.yaml',
    '/binary.yaml',
    '/compose.yaml',
    '/inside.yaml',
    '/marked.yaml',
    '/nested/env.local',
    '/wide.env',
  ]);
});

test('a slash at the end of the folder makes no difference', async () => {
  assert.deepEqual((await found(`${FOLDER}/`)).length, (await found()).length);
});

test('a folder that is not there holds nothing', async () => {
  assert.deepEqual(await found(`${FOLDER}/nothing`), []);
  assert.deepEqual(await found('untitled:x'), []);
});

test('it ends when it is told to', async () => {
  for await (const uri of files.find(FOLDER, [], { isCancellationRequested: true })) assert.fail(uri);
});

function hides(name: string, expected: boolean): void {
  test(`${name} is ${expected ? 'hidden' : 'shown'}`, async () => {
    assert.equal(await files.hides(FOLDER, `${FOLDER}/${name}`), expected);
  });
}

hides('compose.yaml', false);
hides('env.local', true);
hides('build/compose.yaml', true);
hides('build/keep.yaml', true);
hides('new/not/yet/there.yaml', false);
hides('new/not/yet/there.local', true);
hides('node_modules/x/compose.yaml', true);
hides('nested/env.local', false);

function reads(name: string, expected: string | undefined): void {
  test(`${name} reads ${JSON.stringify(expected)}`, async () => {
    assert.equal(await files.read(`${FOLDER}/${name}`), expected);
  });
}

reads('a%20b/%C3%A9.env', 'A=1\n');
reads('marked.yaml', 'a: 1\n');
reads('wide.env', 'A=1\n');
reads('big.yaml', undefined);
reads('binary.yaml', undefined);
reads('nothing.yaml', undefined);
reads('nested', undefined);
reads('%00', undefined);
