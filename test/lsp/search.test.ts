import assert from 'node:assert/strict';
import test from 'node:test';
import { startPair } from '../harness/lspPair.ts';

interface Match {
  readonly port: number;
  readonly ports: string;
  readonly protocols: string;
  readonly name: string;
  readonly isRegistration: boolean;
}

async function search(text: string, limit = 50): Promise<readonly Match[]> {
  const pair = await startPair({});
  const matches = await pair.connection.sendRequest<readonly Match[]>('portolan/search', { text, limit });
  await pair.stop();
  return matches;
}

test('a misspelt name finds the software', async () => {
  const [first] = await search('postgers');
  assert.equal(first?.name, 'PostgreSQL');
  assert.equal(first?.port, 5432);
  assert.equal(first?.isRegistration, false);
});

test('a registered range is found, by its first number', async () => {
  const matches = await search('x11');
  assert.ok(
    matches.some(({ port, ports, isRegistration }) => port === 6000 && ports === '6000-6063' && isRegistration),
  );
});

test('no more than were asked for', async () => assert.equal((await search('web', 7)).length, 7));
test('nothing typed, nothing found', async () => assert.deepEqual(await search('  '), []));
