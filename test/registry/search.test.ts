import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showRange } from '../../registry/port.ts';
import { committedRegistry } from './committed.ts';

const registry = committedRegistry();

/** The first match of what was typed, as `5432 PostgreSQL`. */
function check(text: string, expected: string | undefined): void {
  test(`search ${JSON.stringify(text)}`, () => {
    const [match] = registry.search(text, 20);
    assert.equal(match && `${showRange(match.ports)} ${match.name}`, expected);
  });
}

check('5432', '5432 PostgreSQL');
check('postg', '5432 PostgreSQL');
check('redis 6379', '6379 Redis');
check('repcmd', '641 repcmd');
check('repcmd tcp', undefined);
check('cert-resp', '1640 cert-responder');
check('mosquitto tls', '8883 Eclipse Mosquitto');
check('6010', '6000-6063 x11');
check('', undefined);
check('   ', undefined);
check('zzzzzzzz', undefined);

test('one match for the transports of a name', () => {
  const matches = registry.search('postgresql', 20).filter(({ kind }) => kind === 'service');
  assert.deepEqual(matches[0]?.protocols, ['tcp', 'udp']);
});
test('never more than asked for', () => assert.equal(registry.search('80', 7).length, 7));
