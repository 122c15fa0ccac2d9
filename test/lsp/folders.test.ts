import assert from 'node:assert/strict';
import test from 'node:test';
import { type Pair, startPair } from '../harness/lspPair.ts';

const A = 'file:///a';
const B = 'file:///b';
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';
const FILES = { [`${A}/compose.yaml`]: DATABASE, [`${B}/compose.yaml`]: DATABASE };

async function reported(pair: Pair): Promise<readonly string[]> {
  return (await pair.pullWorkspace())
    .filter(item => item.kind === 'full' && item.items.length > 0)
    .map(({ uri }) => uri);
}

function changeFolders(pair: Pair, added: readonly string[], removed: readonly string[]): void {
  const folders = (uris: readonly string[]): unknown => uris.map(uri => ({ uri, name: uri }));
  const event = { added: folders(added), removed: folders(removed) };
  void pair.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
}

test('all folders are read', async () => {
  const pair = await startPair({ folders: [A, B], files: FILES });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(await reported(pair), [`${A}/compose.yaml`, `${B}/compose.yaml`]);
  await pair.stop();
});

test('each folder has its own settings', async () => {
  const configuration = ({ scopeUri }: { scopeUri?: string }): unknown =>
    scopeUri === A ? { rules: { 'datastore-published': 'off' } } : {};
  const pair = await startPair({ folders: [A, B], files: FILES, configuration });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(await reported(pair), [`${B}/compose.yaml`]);
  await pair.stop();
});

test('a folder that is added is read', async () => {
  const pair = await startPair({ folders: [A], files: FILES });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(await reported(pair), [`${A}/compose.yaml`]);
  const before = pair.refreshes();
  changeFolders(pair, [B], []);
  await pair.until(() => pair.refreshes() > before);
  assert.deepEqual(await reported(pair), [`${A}/compose.yaml`, `${B}/compose.yaml`]);
  await pair.stop();
});

test('a folder that is removed is forgotten, but for what is open', async () => {
  const pair = await startPair({ folders: [A, B], files: FILES });
  await pair.until(() => pair.refreshes() > 0);
  pair.open(`${B}/compose.yaml`, DATABASE);
  const before = pair.refreshes();
  changeFolders(pair, [], [A, B]);
  await pair.until(() => pair.refreshes() > before);
  assert.deepEqual(await reported(pair), []);
  assert.deepEqual(await pair.problems(`${B}/compose.yaml`, DATABASE), ['datastore-published 5432']);
  pair.close(`${B}/compose.yaml`);
  assert.deepEqual(await pair.problems(`${B}/compose.yaml`, DATABASE), []);
  await pair.stop();
});

test('a scan under way reads nothing into a folder that is gone', async () => {
  const pair = await startPair({ folders: [A], files: FILES });
  const release = pair.files.hold();
  await pair.until(() => pair.files.reads.length > 0);
  changeFolders(pair, [], [A]);
  await pair.idle();
  release();
  await pair.idle();
  assert.deepEqual(await reported(pair), []);
  await pair.stop();
});

test('of nested folders the inner one decides', async () => {
  const configuration = ({ scopeUri }: { scopeUri?: string }): unknown =>
    scopeUri === `${A}/inner` ? { rules: { 'datastore-published': 'off' } } : {};
  const files = { [`${A}/compose.yaml`]: DATABASE, [`${A}/inner/compose.yaml`]: DATABASE };
  const pair = await startPair({ folders: [A, `${A}/inner`], files, configuration });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(await reported(pair), [`${A}/compose.yaml`]);
  await pair.stop();
});

test('an older client names one root', async () => {
  const pair = await startPair({});
  await pair.stop();
  assert.equal(pair.initialized.capabilities.workspace?.workspaceFolders?.supported, true);
});
