import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createRegistry } from '../../registry/createRegistry.ts';
import { committedTable } from './committed.ts';
import { BLOCK, digestsOfRegistry } from './ianaOracle.ts';
import { portOf } from './portOf.ts';

test('every number answers in every transport as the XML says, ranges and rows without a transport included', () => {
  const text = readFileSync(new URL('iana.digests.tsv', import.meta.url), 'utf8');
  const lines = text.split('\n').filter(line => line !== '');
  const expected = lines.filter(line => !line.startsWith('#'));
  const registry = createRegistry(committedTable());
  assert.ok(lines[0]?.includes(registry.version.iana), 'the digests are of another snapshot than the table');
  const found = digestsOfRegistry((port, protocol) => registry.assigned(portOf(port), protocol));
  const different = found.flatMap((digest, block) => (digest === expected[block] ? [] : [block * BLOCK]));
  assert.equal(expected.length, found.length);
  assert.deepEqual(different, [], `blocks of ${BLOCK} numbers that differ, by their first`);
});
