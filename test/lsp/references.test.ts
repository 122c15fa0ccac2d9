import assert from 'node:assert/strict';
import test from 'node:test';
import type { Position } from 'vscode-languageserver';
import { linesOf } from '../../server/core/analysis.ts';
import { FULL, type Pair, startPair } from '../harness/lspPair.ts';
import { cursorIn } from '../harness/marks.ts';

const COMPOSE = `services:
  web:
    build: .
    ports: ["80‸80:3000"]
  proxy:
    image: me/proxy
    environment:
      ä: "😀"
      OUTSIDE: http://host.docker.internal:8080/
      WEB: http://web:3000/
`;
const FILES = {
  'file:///project/compose.yaml': COMPOSE.replace('‸', ''),
  'file:///project/.env': 'URL=http://localhost:8080\n',
  'file:///project/Dockerfile': 'FROM node\nEXPOSE 3000\n',
};
const URI = 'file:///project/compose.yaml';

async function opened(capabilities = FULL): Promise<Pair> {
  const pair = await startPair({ folders: ['file:///project'], files: FILES, capabilities });
  await pair.idle();
  pair.open(URI, FILES[URI]);
  return pair;
}

function cursor(marked: string): Position {
  const { text, offset } = cursorIn(marked);
  return linesOf(text).position(offset);
}

await test('references: everywhere, and without what takes the port', async () => {
  const pair = await opened();
  const show = (found: Awaited<ReturnType<Pair['references']>>): readonly string[] =>
    (found ?? []).map(({ uri, range }) => `${uri.slice('file:///project/'.length)}:${range.start.line + 1}`);
  assert.deepEqual(show(await pair.references(URI, cursor(COMPOSE))), ['.env:1', 'compose.yaml:4', 'compose.yaml:9']);
  assert.deepEqual(show(await pair.references(URI, cursor(COMPOSE), false)), ['.env:1', 'compose.yaml:9']);
  assert.deepEqual(await pair.references(URI, { line: 0, character: 0 }), []);
  assert.equal(await pair.references('file:///project/none.md', { line: 0, character: 0 }), null);
  await pair.stop();
});

await test('highlight: this file, what takes the port as written', async () => {
  const pair = await opened();
  assert.deepEqual(await pair.highlights(URI, cursor(COMPOSE)), [
    { range: { start: { line: 3, character: 13 }, end: { line: 3, character: 17 } }, kind: 3 },
    { range: { start: { line: 8, character: 43 }, end: { line: 8, character: 47 } }, kind: 2 },
  ]);
  await pair.stop();
});

await test('positions count as the client does', async () => {
  const pair = await opened({ ...FULL, general: { positionEncodings: ['utf-8'] } });
  pair.open('file:///project/other.env', 'A="😀 http://x.example.com:8080"\nB=http://x.example.com:8080\n', 'dotenv');
  const found = await pair.highlights('file:///project/other.env', { line: 1, character: 23 });
  assert.deepEqual(
    found?.map(({ range }) => range.start),
    [
      { line: 0, character: 29 },
      { line: 1, character: 23 },
    ],
  );
  await pair.stop();
});

await test('both are announced', async () => {
  const pair = await opened();
  assert.equal(pair.initialized.capabilities.referencesProvider, true);
  assert.equal(pair.initialized.capabilities.documentHighlightProvider, true);
  await pair.stop();
});
