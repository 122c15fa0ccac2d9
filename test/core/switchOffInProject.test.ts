import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, readProjectFile, switchOffInProject } from '../../server/core/analysis.ts';
import { openProject } from '../harness/project.ts';

const FILE = 'compose.yaml';
const DB = 'services:\n  db:\n    image: postgres:16\n    ports: ["5432:5432"]\n';

/** The project file after `datastore-published` was switched off in it; the rule must be off then, and nothing be wrong. */
function check(before: string, after: string): void {
  test(JSON.stringify(before), () => {
    const project = openProject({ [FILE]: DB, 'portolan.json': before });
    const change = switchOffInProject(project.snapshot, `${project.root}/${FILE}`, 'datastore-published');
    assert.ok(change?.kind === 'edit');
    const text = applyEdits(before, change.edits);
    assert.equal(text, after);
    const read = readProjectFile(text);
    assert.equal(read.levels['datastore-published'], 'off');
    assert.deepEqual(read.problems, []);
    assert.deepEqual(openProject({ [FILE]: DB, 'portolan.json': text }).lines('portolan.json'), []);
  });
}

function checkNone(text: string): void {
  test(`no edit: ${JSON.stringify(text)}`, () => {
    const project = openProject({ [FILE]: DB, 'portolan.json': text });
    assert.equal(switchOffInProject(project.snapshot, `${project.root}/${FILE}`, 'datastore-published'), undefined);
  });
}

const OFF = '"datastore-published": "off"';

check('{}', `{\n  "rules": {\n    ${OFF}\n  }\n}`);
check('{\n}\n', `{\n  "rules": {\n    ${OFF}\n  }\n}\n`);
check('{\n  "ignore": []\n}\n', `{\n  "ignore": [],\n  "rules": {\n    ${OFF}\n  }\n}\n`);
check('{\n  "ignore": [],\n}\n', `{\n  "ignore": [],\n  "rules": {\n    ${OFF}\n  }\n}\n`);
check('{\n  "ignore": [] // none\n}\n', `{\n  "ignore": [], // none\n  "rules": {\n    ${OFF}\n  }\n}\n`);
check('{ "ignore": [] }', `{ "ignore": [], "rules": { ${OFF} } }`);
check('{\r\n\t"ignore": []\r\n}\r\n', `{\r\n\t"ignore": [],\r\n\t"rules": {\r\n\t  ${OFF}\r\n\t}\r\n}\r\n`);
check('{ "rules": {} }', `{ "rules": {\n  ${OFF}\n} }`);
check('{\n  "rules": {}\n}\n', `{\n  "rules": {\n    ${OFF}\n  }\n}\n`);
check('{\n  "rules": {\n    // none\n  }\n}\n', `{\n  "rules": {\n    ${OFF}\n    // none\n  }\n}\n`);
check('{\n  "rules": { // none\n  }\n}\n', `{\n  "rules": {\n    ${OFF}\n   // none\n  }\n}\n`);
check('{\n  "rules": {\n  }\n}\n', `{\n  "rules": {\n    ${OFF}\n  }\n}\n`);
check(
  '{\n  "rules": {\n    "missing-udp": "off"\n  }\n}\n',
  `{\n  "rules": {\n    "missing-udp": "off",\n    ${OFF}\n  }\n}\n`,
);
check('{ "rules": { "missing-udp": "off" } }', `{ "rules": { "missing-udp": "off", ${OFF} } }`);
check('{ "rules": { "datastore-published": "error" } }', `{ "rules": { ${OFF} } }`);
check('{ "rules": { "datastore-published": 5 } }', `{ "rules": { ${OFF} } }`);
check(
  '{\n  "rules": {\n    "missing-udp": "off" /* why, */ ,\n    // last\n  }\n}\n',
  `{\n  "rules": {\n    "missing-udp": "off", /* why, */\n    ${OFF} ,\n    // last\n  }\n}\n`,
);

checkNone('{ "rules": [] }');
checkNone('[]');
checkNone('{ "rules": ');
checkNone('');

test('without a file one is made', () => {
  const project = openProject({ [FILE]: DB });
  const change = switchOffInProject(project.snapshot, `${project.root}/sub/${FILE}`, 'datastore-published');
  assert.ok(change?.kind === 'create');
  assert.equal(change.path, '/project/portolan.json');
  assert.equal(change.text, `{\n  "rules": {\n    ${OFF}\n  }\n}\n`);
});

test('what lies in no root has no project', () => {
  const { snapshot } = openProject({ [FILE]: DB });
  assert.equal(switchOffInProject(snapshot, '/elsewhere/compose.yaml', 'datastore-published'), undefined);
});
