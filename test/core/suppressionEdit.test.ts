import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, suppressionEdit } from '../../server/core/analysis.ts';
import { openProject } from '../harness/project.ts';

/** The file after its first finding was suppressed; the finding must be gone. */
function check(file: string, scope: 'line' | 'file', before: string, after: string): void {
  test(`${scope}: ${JSON.stringify(before)}`, () => {
    const project = openProject({ [file]: before });
    const facts = project.snapshot.facts(`${project.root}/${file}`);
    const [finding, ...others] = project.findings(file).filter(({ rule }) => rule !== 'unused-suppression');
    assert.ok(facts && finding);
    const edit = suppressionEdit(facts, finding, scope);
    assert.ok(edit);
    const text = applyEdits(before, [edit]);
    assert.equal(text, after);
    const left = openProject({ [file]: text })
      .findings(file)
      .filter(({ rule }) => rule !== 'unused-suppression');
    const expected = others.filter(({ rule }) => scope === 'line' || rule !== finding.rule);
    assert.deepEqual(
      left.map(({ rule }) => rule),
      expected.map(({ rule }) => rule),
    );
  });
}

const SERVICE = 'services:\n  db:\n    image: postgres:16\n    ports:\n';

check(
  'compose.yaml',
  'line',
  `${SERVICE}      - "70000:80"\n`,
  `${SERVICE}      # portolan-ignore port-out-of-range\n      - "70000:80"\n`,
);
check(
  'compose.yaml',
  'line',
  `${SERVICE}      # portolan-ignore missing-udp\n      - "70000:80"\n`,
  `${SERVICE}      # portolan-ignore missing-udp, port-out-of-range\n      - "70000:80"\n`,
);
check(
  'compose.yaml',
  'line',
  `${SERVICE}      - "70000:80" # portolan-ignore missing-udp -- why\n`,
  `${SERVICE}      - "70000:80" # portolan-ignore missing-udp, port-out-of-range -- why\n`,
);
check(
  'compose.yaml',
  'line',
  `${SERVICE}      - "70000:80"\n`.replaceAll('\n', '\r\n'),
  `${SERVICE}      # portolan-ignore port-out-of-range\n      - "70000:80"\n`.replaceAll('\n', '\r\n'),
);
check(
  'compose.yaml',
  'file',
  `${SERVICE}      - "70000:80"\n`,
  `# portolan-ignore-file port-out-of-range\n${SERVICE}      - "70000:80"\n`,
);
check(
  'compose.yaml',
  'file',
  `# portolan-ignore-file missing-udp\n${SERVICE}      - "70000:80"\n`,
  `# portolan-ignore-file missing-udp, port-out-of-range\n${SERVICE}      - "70000:80"\n`,
);
check(
  'compose.yaml',
  'file',
  `\uFEFF${SERVICE}      - "70000:80"\n`,
  `\uFEFF# portolan-ignore-file port-out-of-range\n${SERVICE}      - "70000:80"\n`,
);
check(
  'Dockerfile',
  'line',
  'FROM a\nEXPOSE 80 \\\n  70000\n',
  'FROM a\nEXPOSE 80 \\\n  # portolan-ignore port-out-of-range\n  70000\n',
);
check(
  'Dockerfile',
  'file',
  '# syntax=docker/dockerfile:1\n# escape=`\nFROM a\nEXPOSE 70000\n',
  '# syntax=docker/dockerfile:1\n# escape=`\n# portolan-ignore-file port-out-of-range\nFROM a\nEXPOSE 70000\n',
);
check('.env', 'line', 'A=1\nPORT=70000\n', 'A=1\n# portolan-ignore port-out-of-range\nPORT=70000\n');

const XML = '<Server port="8005"><Service name="c">\n  <Connector port="70000"/>\n</Service></Server>\n';
check('server.xml', 'line', XML, XML.replace('  <C', '  <!-- portolan-ignore port-out-of-range -->\n  <C'));
check(
  'server.xml',
  'file',
  `<?xml version="1.0"?>\n${XML}`,
  `<?xml version="1.0"?>\n<!-- portolan-ignore-file port-out-of-range -->\n${XML}`,
);

const JSONC = '{\n  // why\n  "forwardPorts": [\n    70000\n  ]\n}\n';
check('devcontainer.json', 'line', JSONC, JSONC.replace('    7', '    // portolan-ignore port-out-of-range\n    7'));

test('JSON by itself has no comments', () => {
  const project = openProject({ 'daemon.json': '{ "log-driver": "x", "hosts": ["tcp://0.0.0.0:70000"] }' });
  const facts = project.snapshot.facts(`${project.root}/daemon.json`);
  const [finding] = project.findings('daemon.json');
  assert.ok(facts && finding);
  assert.equal(suppressionEdit(facts, finding, 'line'), undefined);
});
