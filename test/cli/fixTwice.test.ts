import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES } from '../../server/core/analysis.ts';
import { portolan } from '../harness/commandLine.ts';
import { findingsIn } from '../harness/fixFaults.ts';
import { type Files, projectFiles, projectNames } from '../harness/project.ts';
import { filesOf, pageNames, rulePage } from '../harness/rulePage.ts';
import { temporaryFolder, writeFiles } from '../harness/temporaryFolder.ts';

/** `--fix` leaves no safe fix undone, and finds nothing to do when it is run again. */
function fixesOnce(title: string, files: Files): void {
  if (!findingsIn(files).some(hasSafeFix)) return;
  test(`--fix once is enough: ${title}`, () => {
    const cwd = temporaryFolder({ '.git/HEAD': '' });
    writeFiles(cwd, files);
    const after = (): Files => {
      portolan('check --fix --level hint', { cwd });
      return Object.fromEntries(Object.keys(files).map(file => [file, readFileSync(join(cwd, file), 'utf8')]));
    };
    const once = after();
    assert.notDeepEqual(once, files);
    assert.deepEqual(after(), once);
    const left = findingsIn(once);
    assert.deepEqual(left.filter(hasSafeFix), []);
    assert.ok(left.length < findingsIn(files).length);
  });
}

function hasSafeFix({ fixes }: ReturnType<typeof findingsIn>[number]): boolean {
  return fixes.some(({ safety }) => safety === 'safe');
}

for (const rule of RULES.filter(({ id, fix }) => fix === 'safe' && pageNames().includes(id))) {
  for (const example of rulePage(rule).examples) fixesOnce(`${rule.id}, line ${example.line}`, filesOf(example));
}
for (const name of projectNames()) fixesOnce(name, projectFiles(name));
