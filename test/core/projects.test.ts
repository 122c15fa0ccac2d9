import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixFaults } from '../harness/fixFaults.ts';
import { projectFiles, projectNames, projectReport } from '../harness/project.ts';

for (const name of projectNames()) {
  test(name, () => {
    const { actual, expected } = projectReport(name);
    assert.equal(actual, expected);
  });

  test(`${name}: each fix removes its finding and adds none`, () =>
    assert.deepEqual(fixFaults(projectFiles(name)), []));
}
