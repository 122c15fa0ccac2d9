import assert from 'node:assert/strict';
import test from 'node:test';
import { type PairOptions, PUSHED, shown, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const COMPOSE = `${FOLDER}/compose.yaml`;
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';
const SAFE = DATABASE.replace('"5432', '"127.0.0.1:5432');

const PUBLISHED = ['datastore-published 5432'];

async function check(
  title: string,
  text: string,
  expected: readonly string[],
  options: PairOptions = {},
  uri = COMPOSE,
) {
  await test(title, async () => {
    const pair = await startPair({ folders: [FOLDER], ...options });
    pair.open(uri, text);
    assert.deepEqual(await pair.problems(uri, text), expected);
    await pair.stop();
  });
}

await check('a finding has its place', DATABASE, PUBLISHED);
await check('a clean file has none', SAFE, []);
await check('CRLF', DATABASE.replaceAll('\n', '\r\n'), PUBLISHED);
await check('a lone CR ends a line too', DATABASE.replaceAll('\n', '\r'), PUBLISHED);
await check('without a folder', DATABASE, PUBLISHED, { folders: [] });
await check('a file outside the folders', DATABASE, PUBLISHED, {}, 'file:///elsewhere/compose.yaml');
await check('a document that was never saved', DATABASE, PUBLISHED, {}, 'untitled:/work/compose.yaml');
await check(
  'a folder on Windows',
  DATABASE,
  PUBLISHED,
  { folders: ['file:///c%3A/work'] },
  'file:///c%3A/work/compose.yaml',
);
await check(
  'another spelling of the drive',
  DATABASE,
  PUBLISHED,
  { folders: ['file:///c%3A/work'] },
  'file:///C:/work/compose.yaml',
);
await check(
  'a virtual folder',
  DATABASE,
  PUBLISHED,
  { folders: ['vscode-vfs://github/o/r'] },
  'vscode-vfs://github/o/r/compose.yaml',
);
await check('the old side of a comparison is not checked', DATABASE, [], {}, 'git:/work/compose.yaml?HEAD');
await check('an empty file', '', []);
await check('a file of no format', 'port: 5432\n', [], {}, `${FOLDER}/notes.yaml`);
await check('no YAML at all', '\u0000{[}}\uD800: - "\n\t- :5432:', []);

test('what a diagnostic carries', async () => {
  const pair = await startPair({ folders: [FOLDER] });
  pair.open(COMPOSE, DATABASE);
  const report = await pair.pull(COMPOSE);
  assert.equal(report.kind, 'full');
  const [diagnostic] = report.items;
  assert.equal(diagnostic?.source, 'portolan');
  assert.equal(diagnostic?.severity, 2);
  assert.match(diagnostic?.codeDescription?.href ?? '', /^https:.*\/docs\/rules\/datastore-published\.md$/);
  assert.deepEqual(diagnostic?.data, { rule: 'datastore-published', fixable: true });
  await pair.stop();
});

test('a client that can show little gets little', async () => {
  const pair = await startPair({ capabilities: { textDocument: { diagnostic: {} } }, folders: [FOLDER] });
  pair.open(COMPOSE, DATABASE);
  const report = await pair.pull(COMPOSE);
  assert.equal(report.kind, 'full');
  assert.deepEqual(Object.keys(report.items[0] ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
  await pair.stop();
});

test('the other place of a conflict is related', async () => {
  const text = 'services:\n  a:\n    image: x\n    ports: ["8081:80"]\n  b:\n    image: y\n    ports: ["8081:80"]\n';
  const pair = await startPair({ folders: [FOLDER] });
  pair.open(COMPOSE, text);
  const report = await pair.pull(COMPOSE);
  assert.equal(report.kind, 'full');
  const [related] = report.items.find(({ code }) => code === 'host-port-collision')?.relatedInformation ?? [];
  assert.equal(related?.location.uri, COMPOSE);
  assert.equal(related?.location.range.start.line, 3);
  await pair.stop();
});

test('unchanged is said shortly', async () => {
  const pair = await startPair({ folders: [FOLDER] });
  pair.open(COMPOSE, DATABASE);
  const first = await pair.pull(COMPOSE);
  assert.deepEqual(await pair.pull(COMPOSE, first.resultId), { kind: 'unchanged', resultId: first.resultId });
  // An edit that moves no finding changes nothing in the answer.
  pair.change(COMPOSE, 2, { text: `${DATABASE}# the end\n` });
  assert.equal((await pair.pull(COMPOSE, first.resultId)).kind, 'unchanged');
  pair.change(COMPOSE, 3, { text: `# the start\n${DATABASE}` });
  assert.equal((await pair.pull(COMPOSE, first.resultId)).kind, 'full');
  await pair.stop();
});

test('two spellings of one file have one answer each', async () => {
  const pair = await startPair({ folders: ['file:///c%3A/work'] });
  pair.open('file:///C:/work/compose.yaml', SAFE);
  assert.deepEqual(await pair.problems('file:///c%3A/work/compose.yaml', SAFE), []);
  await pair.stop();
});

test('a client that does not pull is sent diagnostics of open files', async () => {
  const pair = await startPair({
    capabilities: PUSHED,
    folders: [FOLDER],
    files: { [`${FOLDER}/sub/compose.yaml`]: DATABASE },
  });
  assert.equal(pair.initialized.capabilities.diagnosticProvider, undefined);
  pair.open(COMPOSE, DATABASE);
  await pair.until(() => pair.published.has(COMPOSE));
  const sent = pair.published.get(COMPOSE);
  assert.deepEqual(shown(DATABASE, sent?.diagnostics ?? []), PUBLISHED);
  assert.equal(sent?.version, 1);
  pair.change(COMPOSE, 2, { text: SAFE });
  await pair.until(() => pair.published.get(COMPOSE)?.version === 2);
  assert.deepEqual(pair.published.get(COMPOSE)?.diagnostics, []);
  await pair.idle();
  assert.deepEqual([...pair.published.keys()], [COMPOSE]);
  await pair.stop();
});

test('what was sent is taken back when the file is closed', async () => {
  const pair = await startPair({ capabilities: PUSHED, folders: [FOLDER] });
  pair.open(COMPOSE, DATABASE);
  await pair.until(() => pair.published.get(COMPOSE)?.diagnostics.length === 1);
  pair.close(COMPOSE);
  await pair.until(() => pair.published.get(COMPOSE)?.diagnostics.length === 0);
  await pair.stop();
});

test('a client without any ability is served', async () => {
  const pair = await startPair({ capabilities: {}, folders: [] });
  assert.equal(pair.initialized.capabilities.positionEncoding, 'utf-16');
  assert.equal(pair.initialized.capabilities.codeActionProvider, undefined);
  pair.open(COMPOSE, DATABASE);
  await pair.until(() => pair.published.has(COMPOSE));
  assert.equal('version' in (pair.published.get(COMPOSE) ?? {}), false);
  const hover = await pair.hover(COMPOSE, { line: 4, character: 10 });
  assert.deepEqual(hover?.range?.start, { line: 4, character: 9 });
  await pair.stop();
});

test('after shutdown nothing is sent', async () => {
  const pair = await startPair({ capabilities: PUSHED, folders: [FOLDER] });
  await pair.connection.sendRequest('shutdown');
  pair.open(COMPOSE, DATABASE);
  await pair.idle();
  assert.equal(pair.published.size, 0);
  pair.connection.dispose();
});
