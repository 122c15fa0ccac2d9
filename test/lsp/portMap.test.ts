import assert from 'node:assert/strict';
import test from 'node:test';
import type { PortMapNode, PortMapParams, PortMapResult } from '../../server/protocol.ts';
import { FULL, type Pair, type PairOptions, startPair, textAt } from '../harness/lspPair.ts';

const ROOT = 'file:///w';
const COMPOSE = `services:
  web:
    image: nginx:1.27
    ports: ["8080:80", "127.0.0.1:8443:443"]
    environment:
      DATABASE_URL: postgres://db:5432/shop
  db:
    image: postgres:16
    ports: ["5432:5432"]
  api:
    build: .
    ports: ["8080:3000"]
`;

const FILES = { [`${ROOT}/compose.yaml`]: COMPOSE };

async function withPair(options: PairOptions, run: (pair: Pair) => Promise<void>): Promise<void> {
  const pair = await startPair({ folders: [ROOT], files: FILES, ...options });
  await pair.idle();
  await run(pair);
  await pair.stop();
}

function ask(pair: Pair, params: PortMapParams): Promise<PortMapResult> {
  return pair.connection.sendRequest<PortMapResult>('portolan/portMap', params);
}

/** `label | description` of each. */
async function level(pair: Pair, params: PortMapParams): Promise<readonly string[]> {
  return (await ask(pair, params)).nodes.map(({ label, description }) => `${label} | ${description}`);
}

async function root(pair: Pair, label: string, by: PortMapParams['by']): Promise<PortMapNode> {
  const found = (await ask(pair, { by })).nodes.find(node => node.label === label);
  assert.ok(found);
  return found;
}

test('by port: host ports first, who answers, where it is open, what clashes', () =>
  withPair({}, async pair => {
    assert.deepEqual(await level(pair, { by: 'port' }), [
      '5432/tcp | db · all interfaces → 5432 · PostgreSQL',
      '8080/tcp | conflict · web, api · NGINX',
      '8443/tcp | web · 127.0.0.1 → 443 · NGINX',
    ]);
    const { id, kind, isContested, severity, port } = await root(pair, '8080/tcp', 'port');
    assert.deepEqual([kind, isContested, severity, port], ['port', true, 'error', 8080]);
    assert.deepEqual(await level(pair, { by: 'port', parent: id }), [
      'web publishes it | all interfaces → 80 · conflict with api (compose.yaml:12) · compose.yaml:4',
      'api publishes it | all interfaces → 3000 · conflict with web (compose.yaml:4) · compose.yaml:12',
    ]);
  }));

test('by service', () =>
  withPair({}, async pair => {
    assert.deepEqual(await level(pair, { by: 'service' }), [
      'api | conflict · 8080',
      'db | 5432 · PostgreSQL',
      'web | conflict · 8080, 8443 · NGINX',
    ]);
    const { id } = await root(pair, 'web', 'service');
    const { nodes } = await ask(pair, { by: 'service', parent: id });
    assert.deepEqual(
      nodes.map(({ label, hasChildren }) => [label, hasChildren]),
      [
        ['8080/tcp', false],
        ['8443/tcp', false],
        ['5432/tcp', false],
      ],
    );
  }));

test('several projects are the roots by service', () => {
  const files = {
    ...FILES,
    [`${ROOT}/ci/compose.yaml`]: 'services:\n  db:\n    image: redis\n    ports: ["6379:6379"]\n',
  };
  return withPair({ files }, async pair => {
    assert.deepEqual(await level(pair, { by: 'service' }), ['ci | 6379', 'w | conflict · 5432, 8080, 8443']);
    const { id, kind } = await root(pair, 'ci', 'service');
    assert.equal(kind, 'project');
    assert.deepEqual(await level(pair, { by: 'service', parent: id }), ['db | 6379 · Redis']);
  });
});

test('by file, in the order of the lines', () =>
  withPair({}, async pair => {
    assert.deepEqual(await level(pair, { by: 'file' }), ['compose.yaml | conflict · 5432, 8080, 8443']);
    const { id } = await root(pair, 'compose.yaml', 'file');
    const { nodes } = await ask(pair, { by: 'file', parent: id });
    assert.deepEqual(
      nodes.map(({ location }) => location && textAt(COMPOSE, location.range)),
      ['8080', '8443', '5432', '5432', '8080'],
    );
  }));

test('a filter, and how much it leaves', () =>
  withPair({}, async pair => {
    const { nodes, shown, all } = await ask(pair, { by: 'port', filter: '@conflict' });
    assert.deepEqual([nodes.map(({ label }) => label), shown, all], [['8080/tcp'], 1, 3]);
    assert.deepEqual(await level(pair, { by: 'port', filter: 'nothing such' }), []);
  }));

test('an id that is no more gives nothing', () =>
  withPair({}, async pair => assert.deepEqual(await level(pair, { by: 'port', parent: '1\n2' }), [])));

test('a changed file is told of, once for each time the map was asked for', () =>
  withPair({}, async pair => {
    let told = 0;
    pair.connection.onNotification('portolan/portMapChanged', () => void told++);
    pair.open(`${ROOT}/compose.yaml`, COMPOSE);
    await pair.idle();
    assert.equal(told, 0);
    await ask(pair, { by: 'port' });
    pair.change(`${ROOT}/compose.yaml`, 2, { text: COMPOSE.replace('8080:80', '8081:80') });
    await pair.until(() => told === 1);
    assert.equal((await level(pair, { by: 'port' }))[1], '8080/tcp | api · all interfaces → 3000');
    await pair.idle();
    assert.equal(told, 1);
  }));

test('several folders, one of them on no disk, and positions in UTF-8', () => {
  const other = 'vscode-vfs://github/o/r';
  const text = 'services:\n  "é": {image: nginx, ports: ["8080:80"]}\n';
  const files = { ...FILES, [`${other}/compose.yaml`]: text };
  const capabilities = { ...FULL, general: { positionEncodings: ['utf-8'] } };
  return withPair({ folders: [ROOT, other], files, capabilities, disk: false }, async pair => {
    assert.deepEqual(await level(pair, { by: 'file' }), [
      'r/compose.yaml | 8080',
      'w/compose.yaml | conflict · 5432, 8080, 8443',
    ]);
    const { location } = await root(pair, 'r/compose.yaml', 'file');
    assert.equal(location?.uri, `${other}/compose.yaml`);
    assert.equal(location?.range.start.character, (text.split('\n')[1]?.indexOf('8080') as number) + 1);
  });
});

test('asked before the workspace was read: what will be there, not that nothing is', async () => {
  const pair = await startPair({ folders: [ROOT], files: FILES });
  assert.equal((await ask(pair, { by: 'port' })).all, 3);
  await pair.stop();
});

test('nothing open, nothing shown', () =>
  withPair({ folders: [], files: {} }, async pair =>
    assert.deepEqual(await ask(pair, { by: 'port' }), { nodes: [], shown: 0, all: 0 }),
  ));

test('the whole map as a text', () =>
  withPair({}, async pair => {
    const text = async (format: string): Promise<string> =>
      (await pair.connection.sendRequest<{ text: string }>('portolan/portMapText', { format })).text;
    assert.match(await text('text'), /5432\/tcp {2}db {7}all interfaces → 5432 {2}PostgreSQL {2}compose\.yaml:9\n/);
    assert.match(await text('markdown'), /\| \*\*5432\/tcp\*\* \| db \|/);
    assert.match(await text('mermaid'), /^flowchart LR\n {2}subgraph host\["Host ports"\]\n/);
    assert.equal(JSON.parse(await text('json')).length, 3);
  }));
