import assert from 'node:assert/strict';
import test from 'node:test';
import { type CompletionItem, type CompletionList, MarkupContent, TextEdit } from 'vscode-languageserver';
import { FULL, type Pair, type PairOptions, startPair, textAt } from '../harness/lspPair.ts';
import { cursorIn } from '../harness/marks.ts';

const FOLDER = 'file:///work';
const FILE = `${FOLDER}/compose.yaml`;
const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "‸"\n';

interface Asked {
  readonly pair: Pair;
  readonly text: string;
  readonly list: CompletionList | null;
}

async function completed(marked: string, options: PairOptions = {}, uri = FILE, trigger?: string): Promise<Asked> {
  const { text, offset } = cursorIn(marked);
  const pair = await startPair({ folders: [FOLDER], ...options });
  await pair.idle();
  pair.open(uri, text);
  const before = text.slice(0, offset).split('\n');
  const list = await pair.connection.sendRequest<CompletionList | null>('textDocument/completion', {
    textDocument: { uri },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    context: trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger },
  });
  return { pair, text, list };
}

test('items in their order, each an edit of exactly the word', async () => {
  const { pair, text, list } = await completed(DATABASE.replace('‸', '54‸99:5432'));
  const [first] = list?.items ?? [];
  assert.ok(first && TextEdit.is(first.textEdit));
  assert.equal(textAt(text, first.textEdit.range), '5499');
  assert.equal(first.textEdit.newText, '5432');
  assert.deepEqual(first.labelDetails, { description: 'PostgreSQL' });
  assert.equal(first.detail, 'same as inside, free on the host');
  assert.deepEqual(
    list?.items.map(({ sortText }) => sortText),
    list?.items.map((_, index) => `00${index}`),
  );
  assert.equal(list?.isIncomplete, false);
  await pair.stop();
});

test('where nothing is typed yet, a name may be next, of which the editor has to ask', async () => {
  const { pair, list } = await completed(DATABASE);
  assert.equal(list?.isIncomplete, true);
  await pair.stop();
});

test('while a name is typed, the editor asks again, and keeps what does not look like it', async () => {
  const { pair, list } = await completed(DATABASE.replace('‸', 'redi‸'));
  assert.equal(list?.isIncomplete, true);
  assert.equal(list?.items[0]?.label, '6379');
  assert.ok(list?.items.every(({ filterText }) => filterText?.startsWith('redi ')));
  await pair.stop();
});

test('digits leave the loopback address first', async () => {
  const { pair, list } = await completed(DATABASE);
  assert.deepEqual(
    list?.items.slice(0, 2).map(({ label, filterText }) => [label, filterText]),
    [
      ['127.0.0.1:5432:5432', '5432:5432 PostgreSQL 127.0.0.1'],
      ['5432:5432', '5432:5432 PostgreSQL'],
    ],
  );
  await pair.stop();
});

test('what a hover would say is sent when somebody looks at an item', async () => {
  const { pair, list } = await completed(DATABASE);
  const [first] = list?.items ?? [];
  assert.equal(first?.documentation, undefined);
  const resolved = await pair.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
  assert.ok(MarkupContent.is(resolved.documentation));
  assert.equal(resolved.documentation.kind, 'markdown');
  assert.match(resolved.documentation.value, /^\*\*5432\/tcp\*\* · \*\*\[PostgreSQL\]/);
  await pair.stop();
});

test('the text has moved on when the item is looked at', async () => {
  const { pair, text, list } = await completed(DATABASE);
  pair.change(FILE, 2, { text: text.replace('""', '"54"') });
  const resolved = await pair.connection.sendRequest<CompletionItem>('completionItem/resolve', list?.items[0]);
  assert.ok(MarkupContent.is(resolved.documentation));
  pair.change(FILE, 3, { text: '' });
  const later = await pair.connection.sendRequest<CompletionItem>('completionItem/resolve', list?.items[0]);
  assert.equal(later.documentation, undefined);
  await pair.stop();
});

test('an item that is none of ours comes back as it is', async () => {
  const { pair } = await completed(DATABASE);
  for (const data of [undefined, null, 1, {}, { uri: FILE, port: 70000, position: { line: 4, character: 9 } }])
    assert.deepEqual(
      await pair.connection.sendRequest<CompletionItem>('completionItem/resolve', { label: 'x', data }),
      data === undefined ? { label: 'x' } : { label: 'x', data },
    );
  await pair.stop();
});

test('one line of words for a client that has no place for two, plain text where it takes no Markdown', async () => {
  const capabilities = { ...FULL, textDocument: { ...FULL.textDocument, completion: {} } };
  const { pair, list } = await completed(DATABASE, { capabilities });
  const [first] = list?.items ?? [];
  assert.equal(first?.labelDetails, undefined);
  assert.match(first?.detail ?? '', /^PostgreSQL: image postgres: /);
  const resolved = await pair.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
  // The form that every client takes.
  assert.equal(typeof resolved.documentation, 'string');
  assert.doesNotMatch(`${resolved.documentation}`, /\*\*|\]\(/);
  await pair.stop();
});

test('announced only to a client that knows completions', async () => {
  const pair = await startPair({ capabilities: {} });
  assert.equal(pair.initialized.capabilities.completionProvider, undefined);
  await pair.stop();
  const full = await startPair({});
  assert.deepEqual(full.initialized.capabilities.completionProvider?.triggerCharacters, [':', '=', '"', "'"]);
  await full.stop();
});

test('nothing where no port goes, and in a file of no format', async () => {
  const tag = await completed(DATABASE.replace('‸', '').replace('postgres:16', 'postgres:‸'));
  assert.equal(tag.list, null);
  await tag.pair.stop();
  const prose = await completed('port: ‸\n', {}, `${FOLDER}/notes.txt`);
  assert.equal(prose.list, null);
  await prose.pair.stop();
});

test('what only looks like a place for a port is offered when it is asked for', async () => {
  const guess = 'upstreams:\n  - "backend:‸"\n';
  const asked = await completed(guess, {}, `${FOLDER}/settings.yaml`);
  assert.ok((asked.list?.items.length ?? 0) >= 0);
  await asked.pair.stop();
  const typed = await completed(guess, {}, `${FOLDER}/settings.yaml`, ':');
  assert.equal(typed.list, null);
  await typed.pair.stop();
});

test('positions in UTF-8', async () => {
  const capabilities = { ...FULL, general: { positionEncodings: ['utf-8' as const] } };
  const text = 'x-ü: &ü "ü"\nservices: {db: {image: postgres, labels: {ü: ü}, ports: ["';
  const pair = await startPair({ folders: [FOLDER], capabilities });
  await pair.idle();
  pair.open(FILE, `${text}"]}}\n`);
  const character = Buffer.byteLength(text.split('\n')[1] ?? '');
  const list = await pair.connection.sendRequest<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: FILE },
    position: { line: 1, character },
  });
  const edit = list?.items[0]?.textEdit;
  assert.ok(TextEdit.is(edit));
  assert.deepEqual(edit.range, { start: { line: 1, character }, end: { line: 1, character } });
  await pair.stop();
});
