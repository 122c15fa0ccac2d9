import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portolan } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

const COMPOSE =
  'services:\n  web:\n    image: nginx\n    ports:\n      - "8080:80"\n      - "3000-3005:3000-3005/udp"\n';

test('the fields that others build on', () => {
  const cwd = temporaryFolder({ 'compose.yaml': COMPOSE });
  const { status, stdout } = portolan('scan --format jsonl', { cwd });
  const rows = stdout.trimEnd().split('\n');
  assert.deepEqual([status, rows.length], [0, 4]);
  assert.equal(
    rows[0],
    '{"path":"compose.yaml","line":5,"col":10,"endLine":5,"endCol":14,"text":"8080","start":8080,"end":8080,' +
      '"protocol":"tcp","role":"publish","format":"compose","namespace":"host","owner":"web","confidence":"certain"}',
  );
  assert.partialDeepStrictEqual(JSON.parse(rows[2] ?? ''), {
    start: 3000,
    end: 3005,
    protocol: 'udp',
    text: '3000-3005',
  });
});

test('json is an array of the same', () => {
  const cwd = temporaryFolder({ 'compose.yaml': COMPOSE, 'empty/compose.yaml': 'services: {}\n' });
  const rows = JSON.parse(portolan('scan --format json', { cwd }).stdout);
  assert.equal(rows.length, 4);
  assert.deepEqual(JSON.parse(portolan('scan --format json empty', { cwd }).stdout), []);
});

test('text', () => {
  const cwd = temporaryFolder({ 'a/compose.yaml': COMPOSE });
  const lines = portolan('scan ./a', { cwd }).stdout.split('\n');
  assert.equal(lines[0], 'a/compose.yaml:5:10: 8080/tcp publish (compose, web, host)');
  assert.equal(lines[2], 'a/compose.yaml:6:10: 3000-3005/udp publish (compose, web, host)');
});

test('exit status is 0 whatever is found, and 2 for a path that cannot be read', () => {
  const cwd = temporaryFolder({ 'compose.yaml': COMPOSE.replace('8080', '99999'), 'x/compose.yaml': '\0' });
  assert.equal(portolan('scan compose.yaml', { cwd }).status, 0);
  assert.deepEqual(portolan('scan', { cwd }).stderr, 'portolan: x/compose.yaml: skipped: binary\n');
  const ran = portolan('scan missing compose.yaml', { cwd });
  assert.deepEqual([ran.status, ran.stdout === ''], [2, false]);
});

test('ignored files are left out, unless named', () => {
  const cwd = temporaryFolder({ '.git/HEAD': '', '.gitignore': 'compose.yaml\n', 'compose.yaml': COMPOSE });
  assert.equal(portolan('scan', { cwd }).stdout, '');
  assert.notEqual(portolan('scan compose.yaml', { cwd }).stdout, '');
  assert.notEqual(portolan('scan --no-ignore', { cwd }).stdout, '');
});

test('it ends when nobody reads any more', () => {
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`d${index}/compose.yaml`, COMPOSE]));
  const cwd = temporaryFolder(files);
  const { status, stdout } = portolan('scan', { cwd, closesAfter: 10 });
  assert.deepEqual([status, stdout.split('\n').length < 10], [0, true]);
});

test('names of files and what stands in them are printed without control characters', () => {
  const cwd = temporaryFolder({ 'compose.yaml': 'services:\n  "w\\e[2J\\u202eb":\n    ports: ["8080:80"]\n' });
  for (const format of ['text', 'json', 'jsonl']) {
    assert.doesNotMatch(portolan(`scan --format ${format}`, { cwd }).stdout, /[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  }
});
