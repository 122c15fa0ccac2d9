import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMAT_SOFTWARE, ROLE_SOFTWARE, RUNTIME_SOFTWARE, WORD_CATEGORIES } from '../../../registry/likely/hints.ts';
import { SPELLINGS } from '../../../registry/likely/words.ts';
import { committedRegistry, committedTable } from '../committed.ts';

const registry = committedRegistry();

/** Every program that a hint names is one of the registry's, by that very name. */
for (const [hints, names] of [
  ['formats', [...FORMAT_SOFTWARE.values()].flat()],
  ['roles', [...ROLE_SOFTWARE.values()].flat()],
  ['runtimes', [...RUNTIME_SOFTWARE.values()].flat()],
  ['spellings', Object.values(SPELLINGS)],
] as const) {
  test(`the hints of ${hints} name software that is known`, () => {
    const unknown = names.filter(name => !registry.ofSoftware(name ?? '').some(use => use.software === name));
    assert.deepEqual([...new Set(unknown)], []);
  });
}

test('the hints of words name categories that are there', () => {
  const known = new Set(
    committedTable()
      .uses.split('\n')
      .map(line => line.split('\t')[5]),
  );
  assert.deepEqual(
    [...WORD_CATEGORIES.values()].flat().filter(category => !known.has(category)),
    [],
  );
});
