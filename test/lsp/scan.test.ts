import assert from 'node:assert/strict';
import test from 'node:test';
import { FULL, type Pair, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';

function folders(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${FOLDER}/${index}/compose.yaml`, DATABASE]));
}

/** The files of `folders` that were read; what they depend on is read too. */
function reads(pair: Pair): number {
  return pair.files.reads.filter(uri => uri.endsWith('/compose.yaml')).length;
}

function kinds(pair: Pair): readonly string[] {
  return pair.progress.map(({ value }) => value.kind);
}

test('the scan shows how far it is, and that it is done', async () => {
  const pair = await startPair({ folders: [FOLDER], files: folders(250) });
  await pair.until(() => kinds(pair).at(-1) === 'end');
  assert.deepEqual(kinds(pair), ['begin', 'report', 'report', 'end']);
  await pair.stop();
});

test('a client that shows no progress is shown none', async () => {
  const pair = await startPair({ capabilities: { ...FULL, window: {} }, folders: [FOLDER], files: folders(1) });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(pair.progress, []);
  await pair.stop();
});

test('no folder, no scan', async () => {
  const pair = await startPair({ folders: [] });
  await pair.idle();
  assert.deepEqual(pair.progress, []);
  await pair.stop();
});

test('at most 16 reads are in flight', async () => {
  const pair = await startPair({ folders: [FOLDER], files: folders(100) });
  const release = pair.files.hold();
  await pair.idle();
  assert.equal(reads(pair), 16);
  release();
  await pair.until(() => reads(pair) === 100);
  await pair.stop();
});

test('hovers are answered while the scan waits for files', async () => {
  const pair = await startPair({ folders: [FOLDER], files: folders(100) });
  const release = pair.files.hold();
  pair.open(`${FOLDER}/new/compose.yaml`, DATABASE);
  assert.ok(await pair.hover(`${FOLDER}/new/compose.yaml`, { line: 4, character: 10 }));
  assert.ok(reads(pair) < 100);
  release();
  await pair.stop();
});

test('the user calls it off: what was read stays', async () => {
  const pair = await startPair({ folders: [FOLDER], files: folders(100) });
  const release = pair.files.hold();
  await pair.until(() => reads(pair) === 16 && pair.progress.length > 0);
  void pair.connection.sendNotification('window/workDoneProgress/cancel', { token: pair.progress[0]?.token });
  await pair.idle();
  release();
  await pair.until(() => kinds(pair).at(-1) === 'end');
  assert.equal(reads(pair), 16);
  await pair.stop();
});

test('shutdown ends it', async () => {
  const pair = await startPair({ folders: [FOLDER], files: folders(100) });
  const release = pair.files.hold();
  await pair.until(() => reads(pair) === 16);
  await pair.connection.sendRequest('shutdown');
  release();
  await pair.idle();
  assert.equal(reads(pair), 16);
  pair.connection.dispose();
});

test('without a disk the client finds and reads', async () => {
  const uri = 'vscode-vfs://github/o/r/compose.yaml';
  const pair = await startPair({ disk: false, folders: ['vscode-vfs://github/o/r'], files: { [uri]: DATABASE } });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(
    (await pair.pullWorkspace()).map(item => item.uri),
    [uri],
  );
  await pair.stop();
});

test('a client that does not know our requests has no files', async () => {
  const pair = await startPair({ disk: false, folders: ['memfs:/x'] });
  pair.connection.onRequest('portolan/findFiles', () => Promise.reject(new Error('no such method')));
  pair.open('memfs:/x/compose.yaml', DATABASE);
  assert.deepEqual(await pair.problems('memfs:/x/compose.yaml', DATABASE), ['datastore-published 5432']);
  assert.deepEqual(pair.log, []);
  await pair.stop();
});
