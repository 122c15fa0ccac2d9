import assert from 'node:assert/strict';
import test from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver';
import { FULL, type Pair, startPair } from '../harness/lspPair.ts';

const URI = 'file:///project/compose.yaml';
const ENV = 'file:///project/.env';
const FILES = {
  [URI]:
    'services:\n  web:\n    build: .\n    ports: ["${WEB_PORT}:3000"]\n    environment: {ä: "http://host.docker.internal:8080"}\n',
  [ENV]: 'WEB_PORT=8080\nURL=http://localhost:8080\n',
};
/** On the variable. */
const AT = { line: 3, character: 16 };

async function opened(capabilities: ClientCapabilities = FULL): Promise<Pair> {
  const pair = await startPair({ folders: ['file:///project'], files: FILES, capabilities });
  await pair.idle();
  pair.open(URI, FILES[URI] ?? '');
  return pair;
}

const OWN = { start: { line: 0, character: 9 }, end: { line: 0, character: 13 } };

await test('the number is offered, and the place is the variable', async () => {
  const pair = await opened();
  assert.deepEqual(await pair.prepareRename(URI, AT), {
    range: { start: { line: 3, character: 13 }, end: { line: 3, character: 24 } },
    placeholder: '8080',
  });
  await pair.stop();
});

await test('what is only likely waits for a confirmation', async () => {
  const pair = await opened();
  assert.deepEqual(await pair.rename(URI, AT, '9090'), {
    changeAnnotations: {
      same: { label: 'The same port' },
      'It is dialled on this machine': {
        label: 'Probably the same port',
        description: 'It is dialled on this machine',
        needsConfirmation: true,
      },
      '`host.docker.internal` is the machine around the container': {
        label: 'Probably the same port',
        description: '`host.docker.internal` is the machine around the container',
        needsConfirmation: true,
      },
    },
    documentChanges: [
      {
        textDocument: { uri: ENV, version: null },
        edits: [
          { range: OWN, newText: '9090', annotationId: 'same' },
          {
            range: { start: { line: 1, character: 21 }, end: { line: 1, character: 25 } },
            newText: '9090',
            annotationId: 'It is dialled on this machine',
          },
        ],
      },
      {
        textDocument: { uri: URI, version: 1 },
        edits: [
          {
            range: { start: { line: 4, character: 50 }, end: { line: 4, character: 54 } },
            newText: '9090',
            annotationId: '`host.docker.internal` is the machine around the container',
          },
        ],
      },
    ],
  });
  await pair.stop();
});

const workspace = FULL.workspace ?? {};

await test('a client that cannot ask gets what is certain', async () => {
  const pair = await opened({ ...FULL, workspace: { ...workspace, workspaceEdit: { documentChanges: true } } });
  assert.deepEqual(await pair.rename(URI, AT, '9090'), {
    documentChanges: [{ textDocument: { uri: ENV, version: null }, edits: [{ range: OWN, newText: '9090' }] }],
  });
  await pair.stop();
});

await test('a client without document changes', async () => {
  const pair = await opened({ ...FULL, workspace: { ...workspace, workspaceEdit: {} } });
  assert.deepEqual(await pair.rename(URI, AT, '9090'), { changes: { [ENV]: [{ range: OWN, newText: '9090' }] } });
  await pair.stop();
});

await test('refusals are told', async () => {
  const pair = await opened();
  const message = (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'not refused',
      (error: Error) => error.message,
    );
  assert.equal(await message(pair.prepareRename(URI, { line: 1, character: 3 })), 'There is no port here');
  assert.equal(await message(pair.rename(URI, AT, '70000')), '70000 is no port: numbers run from 1 to 65535');
  assert.equal(await pair.prepareRename('file:///project/none.md', AT), null);
  await pair.stop();
});

await test('a client that cannot prepare is told of renaming alone', async () => {
  const full = await opened();
  assert.deepEqual(full.initialized.capabilities.renameProvider, { prepareProvider: true });
  await full.stop();
  const { rename: _, ...textDocument } = FULL.textDocument ?? {};
  const pair = await opened({ ...FULL, textDocument });
  assert.equal(pair.initialized.capabilities.renameProvider, true);
  await pair.stop();
});

await test('while the files of the workspace are being read, no port is renamed in some of its places alone', async () => {
  const pair = await startPair({ folders: ['file:///project'], files: FILES });
  const release = pair.files.hold();
  pair.open(URI, FILES[URI] ?? '');
  await assert.rejects(pair.rename(URI, AT, '9090'), /still being read/);
  release();
  await pair.idle();
  assert.ok(await pair.rename(URI, AT, '9090'));
  await pair.stop();
});

await test('the old side of a comparison is nothing to rename', async () => {
  const pair = await opened();
  const old = 'git:/project/compose.yaml?HEAD';
  pair.open(old, FILES[URI] ?? '');
  assert.equal(await pair.prepareRename(old, AT), null);
  assert.equal(await pair.rename(old, AT, '9090'), null);
  await pair.stop();
});
