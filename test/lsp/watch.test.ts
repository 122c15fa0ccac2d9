import assert from 'node:assert/strict';
import test from 'node:test';
import { FileChangeType } from 'vscode-languageserver';
import { FULL, type Pair, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const FILE = `${FOLDER}/sub/compose.yaml`;
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';
const SAFE = DATABASE.replace('"5432', '"127.0.0.1:5432');

async function scanned(files: Readonly<Record<string, string>>): Promise<Pair> {
  const pair = await startPair({ folders: [FOLDER], files });
  await pair.until(() => pair.refreshes() > 0);
  return pair;
}

async function tell(pair: Pair, method: string, params: unknown): Promise<void> {
  const before = pair.refreshes();
  void pair.connection.sendNotification(method, params);
  await pair.until(() => pair.refreshes() > before);
}

function watched(pair: Pair, type: FileChangeType, uri: string = FILE): Promise<void> {
  return tell(pair, 'workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}

async function reported(pair: Pair): Promise<readonly string[]> {
  return (await pair.pullWorkspace()).map(({ uri }) => uri);
}

test('the client is asked to watch files by their names', async () => {
  const pair = await scanned({});
  const watching = pair.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
  const globs: readonly string[] = watching?.registerOptions.watchers.map(
    (watcher: { globPattern: string }) => watcher.globPattern,
  );
  assert.ok(
    globs.some(glob => glob.startsWith('**/*.{') && glob.includes(',yaml,')),
    globs.join(),
  );
  assert.ok(globs.every(glob => glob.startsWith('**/')));
  await pair.stop();
});

test('a client that cannot be asked is not', async () => {
  const workspace = { ...FULL.workspace, didChangeWatchedFiles: {}, didChangeConfiguration: {} };
  const pair = await startPair({ capabilities: { ...FULL, workspace }, folders: [FOLDER] });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(pair.registrations, []);
  await pair.stop();
});

test('a file that is created, changed and deleted', async () => {
  const pair = await scanned({});
  pair.files.texts.set(FILE, DATABASE);
  await watched(pair, FileChangeType.Created);
  assert.deepEqual(await reported(pair), [FILE]);
  pair.files.texts.set(FILE, SAFE);
  await watched(pair, FileChangeType.Changed);
  assert.deepEqual(await reported(pair), []);
  pair.files.texts.set(FILE, DATABASE);
  await watched(pair, FileChangeType.Changed);
  assert.deepEqual(await reported(pair), [FILE]);
  pair.files.texts.delete(FILE);
  await watched(pair, FileChangeType.Deleted);
  assert.deepEqual(await reported(pair), []);
  await pair.stop();
});

test('an open file is what the editor says, whatever the disk says', async () => {
  const pair = await scanned({ [FILE]: DATABASE });
  pair.open(FILE, DATABASE);
  pair.files.texts.set(FILE, SAFE);
  await watched(pair, FileChangeType.Changed);
  assert.deepEqual(await pair.problems(FILE, DATABASE), ['datastore-published 5432']);
  await watched(pair, FileChangeType.Deleted);
  assert.deepEqual(await pair.problems(FILE, DATABASE), ['datastore-published 5432']);
  await pair.stop();
});

test('a file that git ignores stays out', async () => {
  const pair = await scanned({});
  pair.files.texts.set(FILE, DATABASE);
  pair.files.hidden.add(FILE);
  await watched(pair, FileChangeType.Created);
  assert.deepEqual(await reported(pair), []);
  await pair.stop();
});

test('a file outside the folders is not read', async () => {
  const pair = await scanned({ 'file:///other/compose.yaml': DATABASE });
  await watched(pair, FileChangeType.Created, 'file:///other/compose.yaml');
  assert.deepEqual(pair.files.reads, []);
  await pair.stop();
});

test('a folder that is deleted takes its files with it', async () => {
  const pair = await scanned({ [FILE]: DATABASE });
  await tell(pair, 'workspace/didDeleteFiles', { files: [{ uri: `${FOLDER}/sub` }] });
  assert.deepEqual(await reported(pair), []);
  await pair.stop();
});

test('a folder that is renamed takes its files along', async () => {
  const pair = await scanned({ [FILE]: DATABASE });
  pair.files.texts.delete(FILE);
  pair.files.texts.set(`${FOLDER}/new/compose.yaml`, DATABASE);
  const files = [{ oldUri: `${FOLDER}/sub`, newUri: `${FOLDER}/new` }];
  await tell(pair, 'workspace/didRenameFiles', { files });
  assert.deepEqual(await reported(pair), [`${FOLDER}/new/compose.yaml`]);
  await pair.stop();
});

test('of two reads of one file the later one counts', async () => {
  const pair = await scanned({});
  pair.files.texts.set(FILE, DATABASE);
  const release = pair.files.hold();
  void pair.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: FILE, type: 1 }] });
  await pair.until(() => pair.files.reads.length === 1);
  await watched(pair, FileChangeType.Deleted);
  release();
  await pair.idle();
  assert.deepEqual(await reported(pair), []);
  await pair.stop();
});
