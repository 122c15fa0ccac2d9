import assert from 'node:assert/strict';
import test from 'node:test';
import { globTest } from '../../server/core/analysis.ts';
import { FULL, type Pair, PUSHED, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const FILE = `${FOLDER}/compose.yaml`;
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';
const PUBLISHED = ['datastore-published 5432'];
const OFF = { rules: { 'datastore-published': 'off' } };
const { configuration: _, ...workspace } = FULL.workspace ?? {};
const SILENT = { ...FULL, workspace };

/** Settings come by a request, or by themselves from clients that cannot be asked. */
function tell(pair: Pair, settings: unknown): void {
  void pair.connection.sendNotification('workspace/didChangeConfiguration', { settings });
}

test('the client is asked before the first answer', async () => {
  const pair = await startPair({ folders: [FOLDER], configuration: () => OFF });
  pair.open(FILE, DATABASE);
  assert.deepEqual(await pair.problems(FILE, DATABASE), []);
  await pair.stop();
});

test('a change is asked for and refreshes', async () => {
  let current: unknown = {};
  const pair = await startPair({ folders: [FOLDER], configuration: () => current });
  pair.open(FILE, DATABASE);
  assert.deepEqual(await pair.problems(FILE, DATABASE), PUBLISHED);
  await pair.idle();
  const before = pair.refreshes();
  current = OFF;
  tell(pair, null);
  await pair.until(() => pair.refreshes() > before);
  assert.deepEqual(await pair.problems(FILE, DATABASE), []);
  await pair.stop();
});

for (const initializationOptions of [OFF, { portolan: OFF }]) {
  test(`what is sent with initialize holds: ${Object.keys(initializationOptions)}`, async () => {
    const pair = await startPair({ capabilities: SILENT, folders: [FOLDER], initializationOptions });
    pair.open(FILE, DATABASE);
    assert.deepEqual(await pair.problems(FILE, DATABASE), []);
    await pair.stop();
  });
}

test('a client that has nothing to say when asked is taken at its first word', async () => {
  const pair = await startPair({ folders: [FOLDER], initializationOptions: OFF, configuration: () => null });
  pair.open(FILE, DATABASE);
  assert.deepEqual(await pair.problems(FILE, DATABASE), []);
  await pair.stop();
});

for (const settings of [OFF, { portolan: OFF }]) {
  test(`a change that comes by itself holds: ${Object.keys(settings)}`, async () => {
    const { configuration: _, ...workspace } = PUSHED.workspace ?? {};
    const pair = await startPair({ capabilities: { ...PUSHED, workspace }, folders: [FOLDER] });
    pair.open(FILE, DATABASE);
    await pair.until(() => pair.published.get(FILE)?.diagnostics.length === 1);
    tell(pair, settings);
    await pair.until(() => pair.published.get(FILE)?.diagnostics.length === 0);
    await pair.stop();
  });
}

test('a file is bound to a format, and read when it is', async () => {
  let current: unknown = {};
  const uri = `${FOLDER}/web.stack`;
  const pair = await startPair({ folders: [FOLDER], files: { [uri]: DATABASE }, configuration: () => current });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(await pair.pullWorkspace(), []);
  const before = pair.refreshes();
  current = { files: { '*.stack': 'compose' } };
  tell(pair, null);
  await pair.until(() => pair.refreshes() > before);
  assert.deepEqual(
    (await pair.pullWorkspace()).map(item => item.uri),
    [uri],
  );
  const watching = pair.registrations.filter(({ method }) => method === 'workspace/didChangeWatchedFiles');
  assert.equal(watching.length, 2);
  const sees = watching.map(({ registerOptions }) =>
    globTest(registerOptions.watchers.map((each: { globPattern: string }) => each.globPattern))('/work/web.stack'),
  );
  assert.deepEqual(sees, [false, true]);
  await pair.stop();
});

test('a binding holds in its own folder', async () => {
  const files = { 'file:///a/x.tpl': DATABASE, 'file:///b/x.tpl': DATABASE };
  const configuration = ({ scopeUri }: { scopeUri?: string }): unknown =>
    scopeUri === 'file:///a' ? { files: { '*.tpl': 'compose' } } : {};
  const pair = await startPair({ folders: ['file:///a', 'file:///b'], files, configuration });
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(
    (await pair.pullWorkspace()).map(item => item.uri),
    ['file:///a/x.tpl'],
  );
  await pair.stop();
});

test('what cannot be understood is named in the log', async () => {
  const pair = await startPair({ folders: [FOLDER], configuration: () => ({ rules: { nothing: 'off' } }) });
  await pair.until(() => pair.log.length > 0);
  assert.deepEqual(pair.log, ['portolan.rules: there is no rule "nothing"']);
  await pair.stop();
});
