import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures, golden } from '../harness/golden.ts';

for (const fixture of fixtures()) {
  test(fixture.name, () => {
    const { actual, expected } = golden(fixture);
    assert.equal(actual, expected);
  });
}
