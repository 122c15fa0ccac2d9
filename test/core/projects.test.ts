import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectNames, projectReport } from '../harness/project.ts';

for (const name of projectNames()) {
  test(name, () => {
    const { actual, expected } = projectReport(name);
    assert.equal(actual, expected);
  });
}
