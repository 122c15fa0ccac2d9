import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createRecogniser,
  createWorkspace,
  DEFAULT_SETTINGS,
  findingsOf,
  type Workspace,
} from '../../server/core/analysis.ts';
import { REGISTRY } from '../harness/registry.ts';

const TWO = (port: string): string =>
  `services:\n  a:\n    image: example/a\n    ports: ["8117:80"]\n  b:\n    image: example/b\n    ports: ["${port}:80"]\n`;

function open(files: Readonly<Record<string, string>>): Workspace {
  const workspace = createWorkspace(createRecogniser());
  for (const [path, text] of Object.entries(files)) workspace.set(path, text);
  return workspace;
}

function rules(workspace: Workspace, path: string): readonly string[] {
  return findingsOf(workspace.snapshot(), REGISTRY, path, DEFAULT_SETTINGS).map(({ rule }) => rule);
}

test('a snapshot stays as it is, and the next one has a higher revision', () => {
  const workspace = open({ '/w/compose.yaml': TWO('8117') });
  const before = workspace.snapshot();
  assert.equal(workspace.snapshot(), before);
  workspace.set('/w/compose.yaml', TWO('8118'));
  const after = workspace.snapshot();
  assert.ok(after.revision > before.revision);
  assert.equal(findingsOf(before, REGISTRY, '/w/compose.yaml', DEFAULT_SETTINGS).length, 1);
  assert.equal(findingsOf(after, REGISTRY, '/w/compose.yaml', DEFAULT_SETTINGS).length, 0);
});

test('the same text again changes nothing', () => {
  const workspace = open({ '/w/compose.yaml': TWO('8117') });
  const before = workspace.snapshot();
  workspace.set('/w/compose.yaml', TWO('8117'));
  assert.equal(workspace.snapshot(), before);
});

test('what a file needs is asked for until it is told of', () => {
  const workspace = open({ '/w/compose.yaml': TWO('${PORT}') });
  assert.deepEqual(workspace.wanted(), [{ path: '/w/.env', format: 'dotenv' }]);
  workspace.delete('/w/.env');
  assert.deepEqual(workspace.wanted(), []);
  assert.deepEqual(rules(workspace, '/w/compose.yaml'), []);
  workspace.set('/w/.env', 'PORT=8117\n');
  assert.deepEqual(rules(workspace, '/w/compose.yaml'), ['host-port-collision']);
  workspace.delete('/w/.env');
  assert.deepEqual(rules(workspace, '/w/compose.yaml'), []);
});

test('a file of any name is what another file calls it', () => {
  const workspace = open({
    '/w/compose.yaml': `include: [part.yaml]\n${TWO('8118')}`,
    '/w/part.yaml': 'services:\n  c:\n    ports: ["8117:80"]\n',
  });
  assert.equal(workspace.snapshot().facts('/w/part.yaml')?.format, 'yaml');
  const [wanted] = workspace.wanted().filter(({ path }) => path === '/w/part.yaml');
  assert.equal(wanted?.format, 'compose');
  workspace.set('/w/part.yaml', 'services:\n  c:\n    ports: ["8117:80"]\n', { format: 'compose' });
  workspace.delete('/w/.env');
  assert.deepEqual(workspace.wanted(), []);
  assert.deepEqual(rules(workspace, '/w/compose.yaml'), ['host-port-collision']);
});

test('every reference is asked for, and each once', () => {
  const workspace = open({
    '/w/compose.yaml': `include:
  - path: ./a/compose.yaml
    env_file: a.env
  - git@github.com:example/x.git
services:
  a:
    extends: { file: ../shared/base.yml, service: a }
    env_file: [one.env, { path: two.env, required: false }, "\${UNKNOWN}.env"]
    build: ./web
  b:
    build: { context: web, dockerfile: Dockerfile.dev }
  c:
    build: https://github.com/example/y.git
    env_file: one.env
`,
  });
  assert.deepEqual(
    workspace.wanted().map(({ path, format }) => `${format} ${path}`),
    [
      'dotenv /w/.env',
      'compose /w/a/compose.yaml',
      'dotenv /w/a.env',
      'dotenv /w/one.env',
      'dotenv /w/two.env',
      'compose /shared/base.yml',
      'dockerfile /w/web/Dockerfile',
      'dockerfile /w/web/Dockerfile.dev',
    ],
  );
});

test('Windows and virtual folders', () => {
  for (const folder of ['c:/work', 'vscode-vfs://github/o/r', '//server/share/x']) {
    const workspace = open({ [`${folder}/compose.yaml`]: `${TWO('${PORT}')}    env_file: .\\b\\x.env\n` });
    assert.deepEqual(
      workspace.wanted().map(({ path }) => path),
      [`${folder}/.env`, `${folder}/b/x.env`],
    );
    workspace.set(`${folder}/.env`, 'PORT=8117\r\n');
    assert.deepEqual(rules(workspace, `${folder}/compose.yaml`), ['host-port-collision']);
  }
});

test('a text that no format reads is no document', () => {
  const workspace = createWorkspace(createRecogniser());
  assert.equal(workspace.set('/w/notes.txt', 'PORT=1'), undefined);
  assert.equal(workspace.set('/w/stack.yaml', 'services:\n  a:\n    image: b\n')?.format, 'compose');
  assert.equal(workspace.set('/w/stack.yaml', 'services:\n')?.format, 'yaml');
  assert.equal(workspace.set('/w/stack.txt', 'PORT=1'), undefined);
  assert.equal(workspace.snapshot().facts('/w/stack.txt'), undefined);
  assert.equal(workspace.set('/w/x', 'FROM a\n', { language: 'dockerfile' })?.format, 'dockerfile');
});

test('settings: a level replaces every severity, off drops, below its confidence a rule is silent', () => {
  const workspace = open({ '/w/compose.yaml': TWO('8117') });
  const severities = (level?: 'hint' | 'off'): readonly string[] =>
    findingsOf(workspace.snapshot(), REGISTRY, '/w/compose.yaml', {
      levels: level ? { 'host-port-collision': level } : {},
      pedantic: false,
    }).map(({ severity }) => severity);
  assert.deepEqual(severities(), ['error']);
  assert.deepEqual(severities('hint'), ['hint']);
  assert.deepEqual(severities('off'), []);
});

test('who publishes a number, and where it stands', () => {
  const workspace = open({ '/w/compose.yaml': TWO('9000-9010'), '/w/Dockerfile': 'FROM a\nEXPOSE 9005\n' });
  const range = { first: 9005, last: 9005 } as Parameters<ReturnType<Workspace['snapshot']>['at']>[0];
  const snapshot = workspace.snapshot();
  assert.deepEqual(
    snapshot.publishers(range).map(({ service }) => service.name),
    ['b'],
  );
  assert.deepEqual(
    snapshot.at(range).map(({ path, occurrence }) => `${path} ${occurrence.role}`),
    ['/w/compose.yaml publish', '/w/Dockerfile expose'],
  );
});
