import assert from 'node:assert/strict';
import test from 'node:test';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionTriggerKind,
  type WorkspaceEditClientCapabilities,
} from 'vscode-languageserver';
import { FULL, startPair } from '../harness/lspPair.ts';

const URI = 'file:///work/compose.yaml';
const TEXT = 'services:\n  web:\n    image: acme/web\n    ports:\n      - "9377:80"\n      - "5432:5432"\n';

interface Asked {
  readonly only?: readonly string[];
  readonly triggerKind?: CodeActionTriggerKind;
  readonly line?: number;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly text?: string;
  /** What else lies on the disk. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The actions at a number, with the kind that each is of. */
async function asked({
  line = 4,
  only,
  triggerKind,
  capabilities = FULL,
  initializationOptions,
  text = TEXT,
  files = {},
}: Asked): Promise<readonly CodeAction[]> {
  const pair = await startPair({ folders: ['file:///work'], capabilities, initializationOptions, files });
  pair.open(URI, text);
  await pair.idle();
  const start = { line, character: 10 };
  const actions = await pair.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start, end: start },
    context: { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) },
  });
  await pair.stop();
  return actions;
}

function check(title: string, what: Asked, expected: readonly string[]): void {
  test(title, async () => {
    const actions = await asked(what);
    assert.deepEqual(
      actions.map(action => `${action.kind} ${action.title.replace(/port: \d+/, 'port: N')}`),
      expected,
    );
  });
}

const REWRITES = [
  'refactor.rewrite Take the next free port: N',
  'refactor.rewrite Publish on 127.0.0.1 only',
  'refactor.rewrite Add 9377 to the port plan (portolan.json)',
];
const { Automatic, Invoked } = CodeActionTriggerKind;
const PAGES = { commandLinks: true };

check('a port with nothing wrong', {}, REWRITES);
check('asked by a person', { triggerKind: Invoked }, REWRITES);
check('no bulb glows for a number alone', { triggerKind: Automatic }, []);
check('nor for its page', { triggerKind: Automatic, initializationOptions: PAGES }, []);
check('by their kind', { only: ['refactor'] }, REWRITES);
check('by their whole kind', { only: ['refactor.rewrite'] }, REWRITES);
check('of another kind', { only: ['refactor.extract'] }, []);
check('who can open its page is led there', { initializationOptions: PAGES }, [' Look up 9377', ...REWRITES]);
check('the page is no rewrite', { initializationOptions: PAGES, only: ['refactor'] }, REWRITES);
check('the empty kind is any kind', { initializationOptions: PAGES, only: [''] }, [' Look up 9377', ...REWRITES]);
check('no plan is made by a client that makes no files', { capabilities: withEdits({ documentChanges: true }) }, [
  ...REWRITES.slice(0, 2),
]);
check(
  'who makes files says so, whatever else it says',
  { capabilities: withEdits({ resourceOperations: ['create'] }) },
  REWRITES,
);
check('nor by one with plain edits', { capabilities: withEdits({}) }, [...REWRITES.slice(0, 2)]);

function withEdits(workspaceEdit: WorkspaceEditClientCapabilities): ClientCapabilities {
  return { ...FULL, workspace: { ...FULL.workspace, workspaceEdit } };
}

test('what a fix offers is not offered again', async () => {
  const text = TEXT.replace('acme/web', 'postgres:16');
  const actions = await asked({ text, line: 5 });
  const loopback = actions.filter(({ title }) => title === 'Publish on 127.0.0.1 only');
  assert.deepEqual(
    loopback.map(({ kind }) => kind),
    ['quickfix'],
  );
  assert.ok(actions.some(({ title }) => title.startsWith('Take the next free port')));
});

test('the command that opens the page', async () => {
  const [page] = await asked({ initializationOptions: PAGES });
  assert.deepEqual(page?.command, { title: 'Look up 9377', command: 'portolan.openPortPage', arguments: [9377] });
});

test('the plan is made with the port in it', async () => {
  const plan = (await asked({})).find(({ title }) => title.includes('plan'));
  const start = { line: 0, character: 0 };
  const newText = '{\n  "ports": {\n    "9377": "web"\n  }\n}\n';
  const uri = 'file:///work/portolan.json';
  assert.deepEqual(plan?.edit, {
    documentChanges: [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  });
});

test('places that only probably mean the port wait for a confirmation, where somebody can be asked', async () => {
  const files = { 'file:///work/package.json': '{ "scripts": { "open": "curl http://localhost:9377/" } }\n' };
  const move = async (capabilities: ClientCapabilities): Promise<CodeAction | undefined> =>
    (await asked({ files, capabilities })).find(({ title }) => title.startsWith('Take the next free'));
  const shown = await move(withEdits({ documentChanges: true, changeAnnotationSupport: {} }));
  assert.ok(Object.values(shown?.edit?.changeAnnotations ?? {}).some(({ needsConfirmation }) => needsConfirmation));
  assert.equal(shown?.edit?.documentChanges?.length, 2);
  const plain = await move(withEdits({ documentChanges: true }));
  assert.equal(plain?.edit?.changeAnnotations, undefined);
  assert.equal(plain?.edit?.documentChanges?.length, 1);
});
