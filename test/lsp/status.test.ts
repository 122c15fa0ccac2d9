import assert from 'node:assert/strict';
import test from 'node:test';
import type { StatusParams } from '../../server/protocol.ts';
import { type Pair, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';
const EMPTY = 'services:\n  db:\n    image: postgres:16\n';

async function start(
  files: Readonly<Record<string, string>>,
  status = true,
): Promise<{ pair: Pair; told: StatusParams[] }> {
  const told: StatusParams[] = [];
  const pair = await startPair({ folders: [FOLDER], files, initializationOptions: { status } });
  pair.connection.onNotification('portolan/status', (params: StatusParams) => void told.push(params));
  return { pair, told };
}

function folders(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${FOLDER}/${index}/compose.yaml`, DATABASE]));
}

const READY = { state: 'ready', isPartial: false };

test('reading, then ready with what was found', async () => {
  const { pair, told } = await start({ ...folders(3), [`${FOLDER}/x/compose.yaml`]: EMPTY });
  await pair.until(() => told.at(-1)?.state === 'ready');
  assert.equal(told[0]?.state, 'reading');
  assert.deepEqual(told.at(-1), { ...READY, files: 3 });
  await pair.stop();
});

test('its own status takes the place of the progress', async () => {
  const { pair, told } = await start(folders(3));
  await pair.until(() => told.at(-1)?.state === 'ready');
  assert.deepEqual(pair.progress, []);
  await pair.stop();
});

test('a client that shows none is told none', async () => {
  const { pair, told } = await start(folders(3), false);
  await pair.until(() => pair.progress.at(-1)?.value.kind === 'end');
  assert.deepEqual(told, []);
  await pair.stop();
});

test('it is told when files change', async () => {
  const { pair, told } = await start(folders(2));
  await pair.until(() => told.at(-1)?.state === 'ready');
  pair.open(`${FOLDER}/new/compose.yaml`, DATABASE.replaceAll('5432', '5433'), 'yaml');
  await pair.until(() => told.at(-1)?.files === 3);
  assert.deepEqual(told.at(-1), { ...READY, files: 3 });
  await pair.stop();
});

test('stopped: what was read stays, and the rest is read when asked for', async () => {
  const { pair, told } = await start(folders(100));
  const release = pair.files.hold();
  await pair.until(() => told.length > 0);
  await pair.idle();
  void pair.connection.sendNotification('portolan/stopReading');
  await pair.idle();
  release();
  await pair.until(() => told.at(-1)?.state === 'ready');
  assert.equal(told.at(-1)?.isPartial, true);
  void pair.connection.sendNotification('portolan/readOn');
  await pair.until(() => told.at(-1)?.state === 'ready' && told.at(-1)?.isPartial === false);
  assert.deepEqual(told.at(-1), { ...READY, files: 100 });
  await pair.stop();
});
