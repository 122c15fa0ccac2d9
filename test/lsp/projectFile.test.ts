import assert from 'node:assert/strict';
import test from 'node:test';
import { FileChangeType, type Position } from 'vscode-languageserver';
import { FULL, type Pair, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const PROJECT = `${FOLDER}/portolan.json`;
const FILE = `${FOLDER}/compose.yaml`;
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';
const PUBLISHED = ['datastore-published 5432'];
const levels = (level: string): string => JSON.stringify({ rules: { 'datastore-published': level } });
const AT: Position = { line: 4, character: 10 };

async function scanned(files: Readonly<Record<string, string>>, configuration?: unknown): Promise<Pair> {
  const pair = await startPair({ folders: [FOLDER], files, configuration: () => configuration });
  await pair.until(() => pair.refreshes() > 0);
  return pair;
}

/** The findings of closed files, `path: rules`. */
async function closed(pair: Pair): Promise<readonly string[]> {
  const reports = await pair.pullWorkspace();
  return reports.flatMap(report => {
    const codes = 'items' in report ? report.items.map(({ code }) => code) : [];
    return codes.length === 0 ? [] : [`${report.uri.slice(FOLDER.length + 1)}: ${codes.join(', ')}`];
  });
}

async function refreshed(pair: Pair, change: () => void): Promise<void> {
  const before = pair.refreshes();
  change();
  await pair.until(() => pair.refreshes() > before);
}

const changed = (pair: Pair, uri: string, type: FileChangeType): void =>
  void pair.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

test('its levels hold, from the first answer on', async () => {
  const pair = await startPair({ folders: [FOLDER], files: { [PROJECT]: levels('off') } });
  pair.open(FILE, DATABASE);
  assert.deepEqual(await pair.problems(FILE, DATABASE), []);
  await pair.stop();
});

test('it goes before the setting of the editor', async () => {
  const files = { [PROJECT]: '{"rules": {"missing-udp": "off"}}', [FILE]: DATABASE };
  const setting = { rules: { 'datastore-published': 'off' } };
  const pair = await scanned(files, setting);
  assert.deepEqual(await closed(pair), []);
  pair.files.texts.set(PROJECT, levels('error'));
  await refreshed(pair, () => changed(pair, PROJECT, FileChangeType.Changed));
  assert.deepEqual(await closed(pair), ['compose.yaml: datastore-published']);
  await pair.stop();
});

test('it is followed while it is typed, made and deleted', async () => {
  const pair = await scanned({ [FILE]: DATABASE });
  pair.open(FILE, DATABASE);
  assert.deepEqual(await pair.problems(FILE, DATABASE), PUBLISHED);
  await refreshed(pair, () => pair.open(PROJECT, levels('off'), 'jsonc'));
  assert.deepEqual(await pair.problems(FILE, DATABASE), []);
  await refreshed(pair, () => pair.change(PROJECT, 2, { text: levels('info') }));
  assert.deepEqual(await pair.problems(FILE, DATABASE), PUBLISHED);
  pair.close(PROJECT);
  await pair.idle();
  pair.files.texts.set(PROJECT, levels('off'));
  await refreshed(pair, () => changed(pair, PROJECT, FileChangeType.Created));
  assert.deepEqual(await pair.problems(FILE, DATABASE), []);
  await refreshed(pair, () => changed(pair, PROJECT, FileChangeType.Deleted));
  assert.deepEqual(await pair.problems(FILE, DATABASE), PUBLISHED);
  await pair.stop();
});

test('what it ignores is let go, and comes back', async () => {
  const other = `${FOLDER}/other/compose.yaml`;
  const pair = await scanned({ [FILE]: DATABASE, [other]: DATABASE });
  assert.deepEqual(await closed(pair), [
    'compose.yaml: datastore-published',
    'other/compose.yaml: datastore-published',
  ]);
  await refreshed(pair, () => pair.open(PROJECT, '{"ignore": ["other"]}', 'jsonc'));
  await pair.idle();
  assert.deepEqual(await closed(pair), ['compose.yaml: datastore-published']);
  pair.open(other, DATABASE);
  assert.deepEqual(await pair.problems(other, DATABASE), []);
  pair.close(other);
  await refreshed(pair, () => pair.change(PROJECT, 2, { text: '{}' }));
  await pair.idle();
  assert.deepEqual(await closed(pair), [
    'compose.yaml: datastore-published',
    'other/compose.yaml: datastore-published',
  ]);
  await pair.stop();
});

test('files that it binds are read, and no more when it no longer does', async () => {
  const uri = `${FOLDER}/stacks/db.tpl`;
  const pair = await scanned({ [uri]: DATABASE, [PROJECT]: '{"files": {"stacks/*": "compose"}}' });
  assert.deepEqual(await closed(pair), ['stacks/db.tpl: datastore-published']);
  await refreshed(pair, () => pair.open(PROJECT, '{"files": {"elsewhere/*": "compose"}}', 'jsonc'));
  await pair.idle();
  assert.deepEqual(await closed(pair), []);
  await pair.stop();
});

test('words of its own are ports, at once', async () => {
  const env = `${FOLDER}/.env`;
  const pair = await scanned({ [PROJECT]: '{"keys": ["lauscher"]}' });
  pair.open(env, 'LAUSCHER=8081\nHORCHER=8082\n', 'dotenv');
  assert.ok(await pair.hover(env, { line: 0, character: 10 }));
  assert.equal(await pair.hover(env, { line: 1, character: 10 }), null);
  await refreshed(pair, () => pair.open(PROJECT, '{"keys": ["horcher"]}', 'jsonc'));
  assert.equal(await pair.hover(env, { line: 0, character: 10 }), null);
  assert.ok(await pair.hover(env, { line: 1, character: 10 }));
  await pair.stop();
});

test('a file further down holds for nothing, but its own folder where that is opened', async () => {
  const files = { [`${FOLDER}/sub/portolan.json`]: levels('off'), [`${FOLDER}/sub/compose.yaml`]: DATABASE };
  const outer = await startPair({ folders: [FOLDER], files });
  await outer.until(() => outer.refreshes() > 0);
  assert.deepEqual(await closed(outer), ['sub/compose.yaml: datastore-published']);
  await outer.stop();
  const inner = await startPair({ folders: [FOLDER, `${FOLDER}/sub`], files });
  await inner.until(() => inner.refreshes() > 0);
  assert.deepEqual(await closed(inner), []);
  await inner.stop();
});

test('its own faults are shown', async () => {
  const text = '{"rules": {"datastore-publishd": "off", "missing-udp": 5}}';
  const pair = await scanned({ [PROJECT]: text });
  pair.open(PROJECT, text, 'jsonc');
  assert.deepEqual(await pair.problems(PROJECT, text), ['unknown-rule datastore-publishd', 'invalid-setting 5']);
  await pair.stop();
});

test('hovers show the plan', async () => {
  const pair = await scanned({ [PROJECT]: '{"ports": {"5432": {"owner": "db", "note": "the *one*"}}}' });
  pair.open(FILE, DATABASE);
  const hover = await pair.hover(FILE, AT);
  assert.match(JSON.stringify(hover?.contents), /Planned for `db`: the \\\\\*one\\\\\* \(\[`portolan.json:1`\]/);
  await pair.stop();
});

const IGNORE = 'Ignore datastore-published in the project (portolan.json)';
const CREATES = {
  ...FULL,
  workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

test('a rule is switched off in the file', async () => {
  const pair = await scanned({ [PROJECT]: '{\n  "ignore": []\n}\n' });
  pair.open(FILE, DATABASE);
  const action = (await pair.actions(FILE, { start: AT, end: AT })).find(({ title }) => title === IGNORE);
  assert.deepEqual(action?.edit?.documentChanges, [
    {
      textDocument: { uri: PROJECT, version: null },
      edits: [
        {
          range: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } },
          newText: ',\n  "rules": {\n    "datastore-published": "off"\n  }',
        },
      ],
    },
  ]);
  await pair.stop();
});

test('the file is made where the client can', async () => {
  const pair = await startPair({ capabilities: CREATES, folders: [FOLDER] });
  pair.open(FILE, DATABASE);
  const action = (await pair.actions(FILE, { start: AT, end: AT })).find(({ title }) => title === IGNORE);
  const [create, edit] = action?.edit?.documentChanges ?? [];
  assert.deepEqual(create, { kind: 'create', uri: PROJECT });
  assert.ok(edit && 'edits' in edit && edit.textDocument.uri === PROJECT);
  await pair.stop();
});

test('no folder, no project', async () => {
  const pair = await startPair({ capabilities: CREATES, folders: [] });
  pair.open(FILE, DATABASE);
  const titles = (await pair.actions(FILE, { start: AT, end: AT })).map(({ title }) => title);
  assert.ok(titles.length > 0 && !titles.includes(IGNORE));
  await pair.stop();
});
