import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS, type RuleSettings } from '../../server/core/analysis.ts';
import { openProject } from '../harness/project.ts';

/** What is said of comments that suppress: `line rule`. */
function check(ports: string, ...expected: readonly string[]): void {
  checkFile(`services:\n  db:\n    image: postgres:16\n    ports:\n${ports}`, DEFAULT_SETTINGS, ...expected);
}

function checkFile(text: string, settings: RuleSettings, ...expected: readonly string[]): void {
  test(`${JSON.stringify(text)} ${JSON.stringify(settings)}`, () => {
    const project = openProject({ 'compose.yaml': text });
    const lines = project.snapshot.facts('/project/compose.yaml')?.lines;
    const found = project.findings('compose.yaml', settings).filter(({ severity }) => severity !== 'hint');
    const unused = project.findings('compose.yaml', settings).filter(({ rule }) => rule === 'unused-suppression');
    assert.deepEqual(
      [...found, ...unused].map(({ at, rule }) => `${(lines?.position(at.span.start).line ?? 0) + 1} ${rule}`),
      expected,
    );
  });
}

const DB = '      - "5432:5432"';

// Unknown ids are no business of the other rule, and neither judges itself.
check(`${DB} # portolan-ignore datastore-published\n`);
check(`${DB} # portolan-ignore datastore-published, some-other-tools-rule\n`, '5 unknown-rule');
check(`${DB} # portolan-ignore some-other-tools-rule\n`, '5 datastore-published', '5 unknown-rule');
check(`${DB} # portolan-ignore datastore-published unused-suppression missing-udp\n`);
check(`${DB} # portolan-ignore datastore-published unknown-rule some-other-tools-rule\n`);

// Without ids a comment hides every finding, but none about comments.
check(`${DB} # portolan-ignore\n`);
check(`      # portolan-ignore\n${DB} # portolan-ignore some-other-tools-rule\n`, '6 unknown-rule');

// A comment is used where any of its findings is kept back, by a weaker comment too.
check(`      # portolan-ignore datastore-published\n${DB} # portolan-ignore datastore-published\n`);
check(`      # portolan-ignore datastore-published\n      - "127.0.0.1:5432:5432"\n`, '5 unused-suppression');
check(
  `      # portolan-ignore missing-udp datastore-published malformed-port\n${DB}\n`,
  '5 unused-suppression',
  '5 unused-suppression',
);

// What is reported for the asking only, and levels that drop a rule.
const OFF: RuleSettings = { levels: { 'datastore-published': 'off' }, pedantic: false };
const text = `services:\n  db:\n    image: postgres:16\n    ports:\n${DB} # portolan-ignore datastore-published\n`;
checkFile(text, OFF);
checkFile(text, { levels: {}, overrides: { 'datastore-published': 'off' }, pedantic: false });
checkFile(text, { ...OFF, overrides: { 'datastore-published': 'error' } });
checkFile(text.replace(' # portolan-ignore datastore-published', ''), OFF);
checkFile(
  text.replace(' # portolan-ignore datastore-published', ''),
  { ...OFF, overrides: { 'datastore-published': 'info' } },
  '5 datastore-published',
);
