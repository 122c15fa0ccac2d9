import assert from 'node:assert/strict';
import test from 'node:test';
import { type InlayHint, MarkupContent } from 'vscode-languageserver';
import { FULL, type Pair, type PairOptions, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const FILE = `${FOLDER}/compose.yaml`;
const TEXT = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "15432:5432"\n      - "8080:80"\n';
const ON: PairOptions = { folders: [FOLDER], configuration: () => ({ inlayHints: true }) };

async function hints(pair: Pair, lines: readonly [number, number] = [0, 6]): Promise<readonly InlayHint[]> {
  const range = { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  return (
    (await pair.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
      textDocument: { uri: FILE },
      range,
    })) ?? []
  );
}

async function opened(options: PairOptions): Promise<Pair> {
  const pair = await startPair(options);
  await pair.idle();
  pair.open(FILE, TEXT);
  return pair;
}

const REGISTERED = 'textDocument/inlayHint';

test('off: neither announced nor registered', async () => {
  const pair = await opened({ folders: [FOLDER] });
  assert.equal(pair.initialized.capabilities.inlayHintProvider, undefined);
  assert.ok(!pair.registrations.some(({ method }) => method === REGISTERED));
  assert.deepEqual(await hints(pair), []);
  await pair.stop();
});

test('on: registered, and asked for a part of a file', async () => {
  const pair = await opened(ON);
  assert.ok(pair.registrations.some(({ method }) => method === REGISTERED));
  const shown = await hints(pair, [0, 5]);
  assert.deepEqual(
    shown.map(({ label, position }) => [label, position]),
    [['‹PostgreSQL›', { line: 4, character: 19 }]],
  );
  await pair.stop();
});

test('switched on and off', async () => {
  let isOn = false;
  const pair = await opened({ folders: [FOLDER], configuration: () => ({ inlayHints: isOn }) });
  isOn = true;
  void pair.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await pair.until(() => pair.registrations.some(({ method }) => method === REGISTERED));
  isOn = false;
  void pair.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await pair.idle();
  assert.deepEqual(await hints(pair), []);
  await pair.stop();
});

test('a tooltip when somebody looks', async () => {
  const pair = await opened(ON);
  const [first] = await hints(pair, [0, 5]);
  assert.equal(first?.tooltip, undefined);
  const resolved = await pair.connection.sendRequest<InlayHint>('inlayHint/resolve', first);
  assert.ok(MarkupContent.is(resolved.tooltip));
  assert.match(resolved.tooltip.value, /^\*\*5432\/tcp\*\*/);
  assert.equal(resolved.tooltip.value.split('\n').length, 2);
  await pair.stop();
});

test('a client that can be told of nothing later', async () => {
  const capabilities = { ...FULL, textDocument: { ...FULL.textDocument, inlayHint: {} } };
  const pair = await opened({ ...ON, capabilities });
  assert.deepEqual(pair.initialized.capabilities.inlayHintProvider, { resolveProvider: false });
  assert.ok(!pair.registrations.some(({ method }) => method === REGISTERED));
  const [first] = await hints(pair, [0, 5]);
  assert.ok(MarkupContent.is(first?.tooltip));
  await pair.stop();
});

test('a client that knows no hints', async () => {
  const { inlayHint: _, ...textDocument } = FULL.textDocument ?? {};
  const pair = await opened({ ...ON, capabilities: { ...FULL, textDocument } });
  assert.equal(pair.initialized.capabilities.inlayHintProvider, undefined);
  assert.ok(!pair.registrations.some(({ method }) => method === REGISTERED));
  await pair.stop();
});

test('after a change elsewhere the editor is told to ask again, if it has asked before', async () => {
  const pair = await opened(ON);
  let refreshes = 0;
  pair.connection.onRequest('workspace/inlayHint/refresh', () => {
    refreshes++;
    return null;
  });
  await pair.idle();
  assert.equal(refreshes, 0);
  await hints(pair);
  pair.change(FILE, 2, { text: TEXT.replace('postgres', 'mysql') });
  await pair.until(() => refreshes > 0);
  await pair.stop();
});
