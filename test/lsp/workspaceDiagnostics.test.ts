import assert from 'node:assert/strict';
import test from 'node:test';
import { type Pair, type PairOptions, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';
const SAFE = DATABASE.replace('"5432', '"127.0.0.1:5432');
const HINT = 'services:\n  web:\n    image: example/web\n    ports:\n      - 4321:30\n';
const ONE = `${FOLDER}/one/compose.yaml`;
const TWO = `${FOLDER}/two/compose.yaml`;

async function scanned(options: PairOptions): Promise<Pair> {
  const pair = await startPair({ folders: [FOLDER], ...options });
  await pair.until(() => pair.refreshes() > 0);
  return pair;
}

/** `one/compose.yaml 1`: how many findings each reported file has; `=` where it says unchanged. */
async function reported(pair: Pair, previous: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const items = await pair.pullWorkspace(previous);
  return items.map(item => `${item.uri.slice(FOLDER.length + 1)} ${item.kind === 'full' ? item.items.length : '='}`);
}

async function check(title: string, options: PairOptions, expected: readonly string[]) {
  await test(title, async () => {
    const pair = await scanned(options);
    assert.deepEqual(await reported(pair), expected);
    await pair.stop();
  });
}

await check('files that are not open are reported', { files: { [ONE]: DATABASE, [TWO]: DATABASE } }, [
  'one/compose.yaml 1',
  'two/compose.yaml 1',
]);
await check('files without a finding are not', { files: { [ONE]: SAFE, [TWO]: DATABASE } }, ['two/compose.yaml 1']);
await check('files that are none of ours are not read', { files: { [`${FOLDER}/a.png`]: DATABASE } }, []);
await check('a hint is no warning', { files: { [ONE]: HINT } }, []);
await check('all means hints too', { files: { [ONE]: HINT }, configuration: () => ({ workspaceDiagnostics: 'all' }) }, [
  'one/compose.yaml 1',
]);
const HINT_AND_WARNING = DATABASE + HINT.replace('services:\n', '');
for (const [value, expected] of [
  ['warnings', ['one/compose.yaml 1']],
  ['all', ['one/compose.yaml 2']],
  ['off', []],
  ['some', ['one/compose.yaml 1']],
] as const) {
  await check(
    `a warning and a hint with ${value}`,
    { files: { [ONE]: HINT_AND_WARNING }, configuration: () => ({ workspaceDiagnostics: value }) },
    expected,
  );
}

await check(
  'off means none',
  { files: { [ONE]: DATABASE }, configuration: () => ({ workspaceDiagnostics: 'off' }) },
  [],
);
await check(
  'a rule may be off',
  { files: { [ONE]: DATABASE }, configuration: () => ({ rules: { 'datastore-published': 'off' } }) },
  [],
);
await check('without folders there is nothing to report', { folders: [], files: { [ONE]: DATABASE } }, []);

test('an open file is asked for by itself', async () => {
  const pair = await scanned({ files: { [ONE]: DATABASE, [TWO]: DATABASE } });
  pair.open(ONE, DATABASE);
  assert.deepEqual(await reported(pair), ['two/compose.yaml 1']);
  await pair.stop();
});

for (const workspaceDiagnostics of ['off', 'warnings', 'all']) {
  test(`an open file has all its findings with ${workspaceDiagnostics}`, async () => {
    const pair = await scanned({ files: { [ONE]: HINT }, configuration: () => ({ workspaceDiagnostics }) });
    pair.open(ONE, HINT);
    assert.deepEqual(await pair.problems(ONE, HINT), ['sexagesimal-port 4321:30']);
    await pair.stop();
  });
}

test('another value counts from the next question on', async () => {
  let workspaceDiagnostics = 'off';
  const pair = await scanned({ files: { [ONE]: DATABASE }, configuration: () => ({ workspaceDiagnostics }) });
  assert.deepEqual(await reported(pair), []);
  workspaceDiagnostics = 'warnings';
  const before = pair.refreshes();
  void pair.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await pair.until(() => pair.refreshes() > before);
  assert.deepEqual(await reported(pair), ['one/compose.yaml 1']);
  await pair.stop();
});

test('what has not changed is said shortly, what is gone is taken back', async () => {
  const pair = await scanned({ files: { [ONE]: DATABASE, [TWO]: DATABASE } });
  const previous = Object.fromEntries((await pair.pullWorkspace()).map(({ uri, resultId }) => [uri, resultId ?? '']));
  assert.deepEqual(await reported(pair, previous), ['one/compose.yaml =', 'two/compose.yaml =']);
  pair.files.texts.delete(TWO);
  void pair.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: TWO, type: 3 }] });
  assert.deepEqual(await reported(pair, previous), ['one/compose.yaml =', 'two/compose.yaml 0']);
  assert.deepEqual(await reported(pair), ['one/compose.yaml 1']);
  await pair.stop();
});

test('a closed file is what is stored, not what was typed', async () => {
  const pair = await scanned({ files: { [ONE]: DATABASE } });
  pair.open(ONE, SAFE);
  assert.deepEqual(await pair.problems(ONE, SAFE), []);
  const before = pair.refreshes();
  pair.close(ONE);
  await pair.until(() => pair.refreshes() > before);
  assert.deepEqual(await reported(pair), ['one/compose.yaml 1']);
  await pair.stop();
});

test('a hidden file is reported only while it is open', async () => {
  const pair = await startPair({ folders: [FOLDER], files: { [ONE]: DATABASE } });
  pair.files.hidden.add(ONE);
  await pair.idle();
  pair.open(ONE, DATABASE);
  assert.deepEqual(await pair.problems(ONE, DATABASE), ['datastore-published 5432']);
  pair.close(ONE);
  await pair.idle();
  assert.deepEqual(await reported(pair), []);
  await pair.stop();
});

test('parts are sent as they come to a client that takes them', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [`${FOLDER}/${index}/compose.yaml`, DATABASE]),
  );
  const pair = await scanned({ files, configuration: () => ({ workspaceDiagnostics: 'all' }) });
  const parts: number[] = [];
  pair.connection.onNotification(
    '$/progress',
    ({ value }: { value: { items: unknown[] } }) => void parts.push(value.items.length),
  );
  const rest = await pair.connection.sendRequest<{ items: unknown[] }>('workspace/diagnostic', {
    previousResultIds: [],
    partialResultToken: 'parts',
  });
  assert.deepEqual([...parts, rest.items.length], [100, 100, 50]);
  await pair.stop();
});
