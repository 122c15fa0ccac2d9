import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS } from '../../server/core/rules/settings.ts';
import { openProject, projectFiles, projectNames } from '../harness/project.ts';

/** Who asks for errors alone gets all of them: a rule that is milder by its default never finds one. */
for (const name of projectNames())
  test(name, () => {
    const files = projectFiles(name);
    const project = openProject(files, `/${name}`);
    for (const file of Object.keys(files)) {
      const errors = project.findings(file).filter(({ severity }) => severity === 'error');
      const asked = project.findings(file, { ...DEFAULT_SETTINGS, onlyErrors: true });
      const key = ({ at, rule }: (typeof errors)[number]): string => `${at.span.start} ${rule}`;
      const left = errors.map(key).filter(each => !asked.map(key).includes(each));
      assert.deepEqual(left, [], file);
    }
  });
