import assert from 'node:assert/strict';
import test from 'node:test';
import { CodeAction, type Range } from 'vscode-languageserver';
import { applyEdits, linesOf } from '../../server/core/analysis.ts';
import { createConvert } from '../../server/lsp/convert.ts';
import { FULL, type Pair, startPair } from '../harness/lspPair.ts';

const URI = 'file:///work/compose.yaml';
const TEXT = `services:
  db:
    image: postgres:16
    ports:
      - "5432:5432"
      - 22:22
  dns:
    image: coredns/coredns
    ports:
      - "9010-9000:9000-9010"
`;
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function at(line: number, character: number): Range {
  return { start: { line, character }, end: { line, character } };
}

async function opened(text: string = TEXT): Promise<Pair> {
  const pair = await startPair({ folders: ['file:///work'] });
  pair.open(URI, text);
  return pair;
}

/** The text after the edits of an action, which all lie in the one document. */
function after(text: string, action: CodeAction | undefined): string {
  const source = { text, lines: linesOf(text) };
  const { offset } = createConvert('utf-16');
  const edits = (action?.edit?.documentChanges ?? []).flatMap(change => ('edits' in change ? change.edits : []));
  return applyEdits(
    text,
    edits.flatMap(edit =>
      'newText' in edit
        ? [
            {
              path: '',
              span: { start: offset(source, edit.range.start), end: offset(source, edit.range.end) },
              newText: edit.newText,
            },
          ]
        : [],
    ),
  );
}

async function check(title: string, range: Range, only: readonly string[] | undefined, expected: readonly string[]) {
  await test(title, async () => {
    const pair = await opened();
    const actions = await pair.actions(URI, range, only);
    assert.deepEqual(
      actions.map(({ title }) => title),
      expected,
    );
    await pair.stop();
  });
}

const IGNORE_DATABASE = [
  'Ignore datastore-published on this line',
  'Ignore datastore-published in this file',
  'Ignore datastore-published in the project (portolan.json)',
];

await check(
  'at a finding: its fix, and three ways to ignore it',
  at(4, 10),
  ['quickfix'],
  ['Publish on 127.0.0.1 only', ...IGNORE_DATABASE],
);
await check(
  'a cursor behind the last digit counts',
  at(4, 13),
  ['quickfix'],
  ['Publish on 127.0.0.1 only', ...IGNORE_DATABASE],
);
await check('nothing where nothing is', at(2, 5), ['quickfix'], []);
await check('other kinds are not for us', at(4, 10), ['refactor.extract', 'source.organizeImports'], []);
await check('a part of a kind that is not ours', at(4, 10), ['quickfix.other'], []);

test('a fix is applied and its finding is gone', async () => {
  const pair = await opened();
  const [fix] = await pair.actions(URI, at(4, 10), ['quickfix']);
  assert.equal(fix?.diagnostics?.[0]?.code, 'datastore-published');
  const fixed = after(TEXT, fix);
  assert.match(fixed, /"127\.0\.0\.1:5432:5432"/);
  pair.change(URI, 2, { text: fixed });
  assert.ok(!(await pair.problems(URI, fixed)).some(problem => problem.startsWith('datastore-published')));
  await pair.stop();
});

for (const index of [0, 1]) {
  test(`${IGNORE_DATABASE[index]}: the finding is gone`, async () => {
    const pair = await opened();
    const actions = await pair.actions(URI, at(4, 10), ['quickfix']);
    const ignored = after(
      TEXT,
      actions.find(({ title }) => title === IGNORE_DATABASE[index]),
    );
    assert.match(ignored, /# portolan-ignore(-file)? datastore-published/);
    pair.change(URI, 2, { text: ignored });
    assert.ok(!(await pair.problems(URI, ignored)).some(problem => problem.startsWith('datastore-published')));
    await pair.stop();
  });
}

test('fix all makes the safe fixes, and no others', async () => {
  const pair = await opened();
  const [fixAll, ...more] = await pair.actions(URI, ALL, ['source.fixAll']);
  assert.deepEqual([fixAll?.kind, more], ['source.fixAll.portolan', []]);
  const fixed = after(TEXT, fixAll);
  assert.match(fixed, /"5432:5432"/);
  pair.change(URI, 2, { text: fixed });
  assert.deepEqual(await pair.actions(URI, ALL, ['source.fixAll']), []);
  await pair.stop();
});

test('who names no kind gets fix all too', async () => {
  const pair = await opened();
  assert.ok((await pair.actions(URI, at(4, 10))).some(({ kind }) => kind === 'source.fixAll.portolan'));
  await pair.stop();
});

test('an edit carries the version that it is for', async () => {
  const pair = await opened();
  pair.change(URI, 7, { text: `# new\n${TEXT}` });
  const [fix] = await pair.actions(URI, at(5, 10), ['quickfix']);
  const [change] = fix?.edit?.documentChanges ?? [];
  assert.deepEqual(change && 'textDocument' in change && change.textDocument, { uri: URI, version: 7 });
  assert.equal(fix?.diagnostics?.[0]?.range.start.line, 5);
  await pair.stop();
});

test('a client without document changes gets plain ones', async () => {
  const capabilities = { ...FULL, workspace: { ...FULL.workspace, workspaceEdit: {} } };
  const pair = await startPair({ capabilities });
  pair.open(URI, TEXT);
  const [fix] = await pair.actions(URI, at(4, 10), ['quickfix']);
  assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [URI]);
  await pair.stop();
});

test('the safe fix of a finding is preferred', async () => {
  const pair = await opened();
  for (const action of await pair.actions(URI, ALL, ['quickfix'])) {
    assert.ok(CodeAction.is(action));
    if (action.title.startsWith('Ignore')) assert.equal(action.isPreferred, undefined);
  }
  await pair.stop();
});
