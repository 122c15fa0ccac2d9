import assert from 'node:assert/strict';
import test from 'node:test';
import { type PairOptions, startPair } from '../harness/lspPair.ts';

const WEB = 'services:\n  web:\n    image: redis:7\n    ports:\n      - "127.0.0.1:6379:6379"\n';
const ENV = 'REDIS_PORT=6379\n';

/** The page of a port in a workspace, and the part of it that speaks of the workspace. */
async function pageOf(port: number, options: PairOptions): Promise<{ readonly all: string; readonly here: string }> {
  const pair = await startPair(options);
  await pair.idle();
  const { markdown } = await pair.connection.sendRequest<{ markdown: string }>('portolan/portPage', { port });
  await pair.stop();
  return { all: markdown, here: /## In this workspace\n\n([\s\S]*?)\n\n## /.exec(markdown)?.[1] ?? '' };
}

test('a page tells where the port stands, each line as a link', async () => {
  const { here } = await pageOf(6379, {
    folders: ['file:///shop'],
    files: { 'file:///shop/a b/compose.yaml': WEB, 'file:///shop/.env': ENV },
  });
  assert.deepEqual(here.split('\n'), [
    '- [`.env:1`](/.env#L1) connects to it',
    '- [`a b/compose.yaml:5`](/a%20b/compose.yaml#L5) publishes it (web)',
    '- [`a b/compose.yaml:5`](/a%20b/compose.yaml#L5) container port (web)',
  ]);
});

test('the folders of a workspace stand apart, and are reached from the first', async () => {
  const { here } = await pageOf(6379, {
    folders: ['file:///home/shop', 'file:///home/tools'],
    files: { 'file:///home/shop/compose.yaml': WEB, 'file:///home/tools/.env': ENV },
  });
  assert.match(here, /^\*\*shop\*\*\n\n- \[`compose\.yaml:5`\]\(\/compose\.yaml#L5\)/);
  assert.match(here, /\n\n\*\*tools\*\*\n\n- \[`\.env:1`\]\(\/\.\.\/tools\/\.env#L1\)/);
});

test('names from the workspace are no markup', async () => {
  const { here } = await pageOf(6379, {
    folders: ['file:///shop'],
    files: { 'file:///shop/a%5D(b)%60c/compose.yaml': WEB.replace('web:', '"**x**](http://evil.example)":') },
  });
  assert.match(here, /^- \[``a\]\(b\)`c\/compose\.yaml:5``\]\(\/a%5D%28b%29%60c\/compose\.yaml#L5\) publishes it/m);
  assert.ok(here.includes('(\\*\\*x\\*\\*\\](http\\://evil.example))'), here);
});

test('a port that stands nowhere has no such section', async () => {
  const { all, here } = await pageOf(1640, { folders: ['file:///shop'], files: { 'file:///shop/.env': ENV } });
  assert.equal(here, '');
  assert.match(all, /^# Port 1640\n/);
});

test('other ports lead to their pages', async () => {
  assert.ok((await pageOf(641, {})).all.includes('- [**653/tcp+udp**](653.md) repscmd: RepCmd'));
});

test('without a workspace folder', async () => {
  assert.match((await pageOf(80, {})).all, /registered to \*\*http\*\*/);
});
