import assert from 'node:assert/strict';
import test from 'node:test';
import { MarkupContent } from 'vscode-languageserver';
import { FULL, type PairOptions, startPair, textAt } from '../harness/lspPair.ts';
import { cursorIn } from '../harness/marks.ts';

const FOLDER = 'file:///work';
const FILE = `${FOLDER}/compose.yaml`;

interface Shown {
  readonly at: string;
  readonly text: string;
  readonly kind: string;
}

/** What is shown at the cursor. */
async function hovered(marked: string, options: PairOptions = {}, uri = FILE): Promise<Shown | undefined> {
  const { text, offset } = cursorIn(marked);
  const pair = await startPair({ folders: [FOLDER], ...options });
  await pair.idle();
  pair.open(uri, text);
  const before = text.slice(0, offset).split('\n');
  const hover = await pair.hover(uri, { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
  await pair.stop();
  if (!hover || !MarkupContent.is(hover.contents) || !hover.range) return undefined;
  return { at: textAt(text, hover.range), text: hover.contents.value, kind: hover.contents.kind };
}

const DATABASE = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "54‸32:5432"\n';

test('exactly the number, in Markdown', async () => {
  const hover = await hovered(DATABASE);
  assert.equal(hover?.at, '5432');
  assert.equal(hover?.kind, 'markdown');
  assert.match(hover?.text ?? '', /PostgreSQL/);
});

test('plain text for a client that wants it', async () => {
  const textDocument = { ...FULL.textDocument, hover: { contentFormat: ['plaintext' as const, 'markdown' as const] } };
  const hover = await hovered(DATABASE, { capabilities: { ...FULL, textDocument } });
  assert.equal(hover?.kind, 'plaintext');
  assert.doesNotMatch(hover?.text ?? '', /\*\*|\]\(/);
});

test('nothing where no port is', async () => {
  assert.equal(await hovered(DATABASE.replace('‸', '').replace('postgres', 'post‸gres')), undefined);
});

test('a file of no format has no hovers', async () => {
  assert.equal(await hovered('port: 54‸32\n', {}, `${FOLDER}/notes.txt`), undefined);
});

test('the old side of a comparison has hovers', async () => {
  assert.equal((await hovered(DATABASE, {}, 'git:/work/compose.yaml?HEAD'))?.at, '5432');
});

test('a page link only for a client that runs it', async () => {
  const many = 'services:\n  web:\n    ports:\n      - "80‸80:80"\n';
  const link = 'command:portolan.openPortPage?%5B8080%5D';
  assert.ok((await hovered(many, { initializationOptions: { commandLinks: true } }))?.text.includes(link));
  assert.ok(!(await hovered(many))?.text.includes('command:'));
});

test('how to see listeners only where the system is known', async () => {
  assert.match((await hovered(DATABASE, { initializationOptions: { system: 'linux' } }))?.text ?? '', /\bss -/);
  assert.doesNotMatch((await hovered(DATABASE, { initializationOptions: { system: 'amiga' } }))?.text ?? '', /\bss -/);
});

test('other places are linked by file and line', async () => {
  const files = { [`${FOLDER}/a b/compose.yaml`]: DATABASE.replace('‸', '') };
  assert.ok((await hovered(DATABASE, { files }))?.text.includes('file:///work/a%20b/compose.yaml#L5'));
});

test('the page of a port', async () => {
  const pair = await startPair({});
  const page = await pair.connection.sendRequest<{ markdown: string }>('portolan/portPage', { port: 1640 });
  assert.match(page.markdown, /cert-responder/);
  await assert.rejects(pair.connection.sendRequest('portolan/portPage', { port: 65536 }), /65536 is no port/);
  await pair.stop();
});
