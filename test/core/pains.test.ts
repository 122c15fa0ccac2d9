import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectNames } from '../harness/project.ts';

const ROOT = join(import.meta.dirname, '../..');
const rows = readFileSync(join(ROOT, 'docs/pains.md'), 'utf8')
  .split('\n')
  .flatMap(row => {
    const project = /\(\.\.\/test\/projects\/(pain-[\w-]+)\)/.exec(row)?.[1];
    return project === undefined ? [] : [{ project, rules: [...row.matchAll(/\(rules\/([\w-]+)\.md\)/g)] }];
  });

test('docs/pains.md has every project of a pain, once', () =>
  assert.deepEqual(
    rows.map(({ project }) => project).sort(),
    projectNames().filter(name => name.startsWith('pain-')),
  ));

for (const { project, rules } of rows) {
  test(`${project} reports what docs/pains.md says`, () => {
    const expected = readFileSync(join(ROOT, 'test/projects', project, 'expected.txt'), 'utf8');
    const missing = rules.map(([, rule]) => rule).filter(rule => !expected.includes(` ${rule}: `));
    assert.deepEqual(missing, []);
    assert.notEqual(rules.length, 0);
  });
}
