import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMS } from '../../scripts/programForms.ts';
import { openProject } from '../harness/project.ts';

for (const { program, what, file, text, taken, refused } of FORMS) {
  test(`${program} takes what nothing is said of: ${what}`, () => {
    assert.deepEqual(faulty(file, text, taken), []);
  });

  test(`${program} refuses what is an error: ${what}`, () => {
    assert.deepEqual(faulty(file, text, refused), refused);
  });
}

const VALIDITY: ReadonlySet<string> = new Set([
  'ignored-listen-address',
  'malformed-port',
  'port-out-of-range',
  'reversed-port-range',
  'unequal-port-ranges',
]);

/** Those of the forms that an error is reported of, each in a file of its own. */
function faulty(file: string, text: (form: string) => string, forms: readonly string[]): readonly string[] {
  const path = (index: number): string => `${index}/${file}`;
  const project = openProject(Object.fromEntries(forms.map((form, index) => [path(index), text(form)])));
  return forms.filter((_, index) =>
    project.findings(path(index)).some(({ rule, severity }) => VALIDITY.has(rule) && severity === 'error'),
  );
}
