import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBaseline } from '../../server/cli/baseline.ts';
import { portolan, type Ran } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

const OLD = 'services:\n  web:\n    image: nginx\n    ports:\n      - "99999:80"\n';
const ENTRY = '{"path":"compose.yaml","rule":"port-out-of-range","key":"services.web.ports","at":"99999"}';
const FILE = `{\n  "version": 1,\n  "findings": [\n    ${ENTRY}\n  ]\n}\n`;

/** The ports that are reported, and the status. */
function check(cwd: string, rest: string): readonly [readonly string[], Ran] {
  const ran = portolan(`check --format jsonl ${rest}`, { cwd });
  const rows = ran.stdout.split('\n').filter(line => line !== '');
  return [rows.map(row => /"message":"(-?\d+)/.exec(row)?.[1] ?? row), ran];
}

/** What is new after an edit of a file whose findings were accepted. */
function afterEdit(title: string, text: string, expected: readonly string[], old = OLD): void {
  test(`after an edit: ${title}`, () => {
    const cwd = temporaryFolder({ 'compose.yaml': old });
    assert.equal(portolan('check --write-baseline b.json', { cwd }).status, 0);
    writeFileSync(join(cwd, 'compose.yaml'), text);
    const [ports, { status }] = check(cwd, '--baseline b.json');
    assert.deepEqual([ports, status], [expected, expected.length > 0 ? 1 : 0]);
  });
}

afterEdit('none', OLD, []);
afterEdit('lines before', `# a\n# b\n${OLD}`, []);
afterEdit('an entry before', OLD.replace('      - "9', '      - "8080:81"\n      - "9'), []);
afterEdit('quotes', OLD.replaceAll('"', "'"), []);
afterEdit('the other side', OLD.replace(':80', ':81'), []);
afterEdit('another service', `${OLD}  api:\n    ports: ["8080:80"]\n`, []);
afterEdit('another fault', OLD.replace('      - "9', '      - "70000:81"\n      - "9'), ['70000']);
afterEdit('another port', OLD.replace('99999', '99998'), ['99998']);
afterEdit('another key', OLD.replace('web', 'app'), ['99999']);
afterEdit('the same once more', `${OLD}      - "99999:81"\n`, ['99999']);
afterEdit('one of two is gone', OLD, [], `${OLD}      - "99999:81"\n`);

test('--write-baseline accepts what is found, and says so', () => {
  const cwd = temporaryFolder({ 'compose.yaml': OLD });
  const [ports, { status, stderr }] = check(cwd, '--write-baseline b.json');
  assert.deepEqual([ports, status, stderr], [[], 0, 'portolan: 1 finding written to b.json\n']);
  assert.equal(readFileSync(join(cwd, 'b.json'), 'utf8'), FILE);
});

test('the summary says how much was kept back', () => {
  const cwd = temporaryFolder({ 'compose.yaml': OLD });
  portolan('check --write-baseline b.json', { cwd });
  assert.equal(
    portolan('check --baseline b.json', { cwd }).stdout,
    'No problems; 1 accepted by the baseline; 2 files checked\n',
  );
});

test('the ports in it are none of the repository', () => {
  const cwd = temporaryFolder({ 'portolan-baseline.json': FILE });
  assert.deepEqual(check(cwd, '--pedantic --level hint')[0], []);
  assert.equal(portolan('scan', { cwd }).stdout, '');
});

test('it holds what would be reported or would fail, and no more', () => {
  const text = 'services:\n  db:\n    image: postgres:16\n    ports: ["5432:5432"]\n';
  const cwd = temporaryFolder({ 'compose.yaml': text });
  const count = (options: string): number => {
    portolan(`check --write-baseline b.json ${options}`, { cwd });
    return JSON.parse(readFileSync(join(cwd, 'b.json'), 'utf8')).findings.length;
  };
  assert.equal(count(''), 1);
  assert.equal(count('--level error'), 0);
  assert.equal(count('--level error --fail-on warning'), 1);
});

test('an empty one is a baseline too', () => {
  const cwd = temporaryFolder({ 'compose.yaml': OLD.replace('99999', '8080') });
  portolan('check --write-baseline b.json', { cwd });
  assert.equal(readFileSync(join(cwd, 'b.json'), 'utf8'), '{\n  "version": 1,\n  "findings": []\n}\n');
  assert.equal(portolan('check --baseline b.json', { cwd }).status, 0);
});

test('paths count from the root of the repository, wherever the command is run', () => {
  const cwd = temporaryFolder({ '.git/HEAD': '', 'sub/compose.yaml': OLD });
  portolan('check --write-baseline b.json', { cwd });
  assert.match(readFileSync(join(cwd, 'b.json'), 'utf8'), /"path":"sub\/compose.yaml"/);
  assert.equal(portolan('check --baseline b.json sub', { cwd }).status, 0);
  assert.equal(portolan('check --baseline ../b.json', { cwd: join(cwd, 'sub') }).status, 0);
  assert.equal(portolan('check --baseline ../b.json compose.yaml', { cwd: join(cwd, 'sub') }).status, 0);
});

test('of two repositories in one run each has its own', () => {
  const cwd = temporaryFolder({ 'a/.git/HEAD': '', 'a/compose.yaml': OLD, 'b/.git/HEAD': '', 'b/compose.yaml': OLD });
  portolan('check --write-baseline b.json a', { cwd });
  const [ports] = check(cwd, '--baseline b.json b');
  assert.deepEqual(ports, [], 'alone, both have their paths from their roots');
  portolan('check --write-baseline b.json a b', { cwd });
  writeFileSync(join(cwd, 'b/compose.yaml'), `${OLD}      - "99999:81"\n`);
  assert.deepEqual(check(cwd, '--baseline b.json a b')[0], ['99999']);
});

test('what is no longer found is mentioned', () => {
  const cwd = temporaryFolder({ 'compose.yaml': OLD, 'other/compose.yaml': OLD });
  portolan('check --write-baseline b.json', { cwd });
  writeFileSync(join(cwd, 'compose.yaml'), OLD.replace('99999', '8080'));
  const [ports, { status, stderr }] = check(cwd, '--baseline b.json');
  assert.deepEqual([ports, status], [[], 0]);
  assert.deepEqual(stderr.split('\n'), [
    'portolan: no longer found: compose.yaml: port-out-of-range at 99999 (services.web.ports)',
    'portolan: --baseline b.json --write-baseline b.json drops what is no longer found',
    '',
  ]);
  assert.equal(check(cwd, '--baseline b.json other')[1].stderr, '', 'nothing was looked for there');
  assert.equal(check(cwd, '--baseline b.json --rule port-out-of-range=off')[1].stderr, '');
});

test('both options: what is gone is dropped, what is new is reported and not accepted', () => {
  const cwd = temporaryFolder({ 'compose.yaml': `${OLD}      - "70000:81"\n` });
  portolan('check --write-baseline b.json', { cwd });
  writeFileSync(join(cwd, 'compose.yaml'), `${OLD}      - "80000:81"\n`);
  const [ports, { status }] = check(cwd, '--baseline b.json --write-baseline b.json');
  assert.deepEqual([ports, status], [['80000'], 1]);
  assert.equal(readFileSync(join(cwd, 'b.json'), 'utf8'), FILE);
});

test('--fix leaves what is accepted', () => {
  const reversed = 'services:\n  web:\n    image: nginx\n    ports: ["9010-9000:9010-9000"]\n';
  const cwd = temporaryFolder({ 'compose.yaml': reversed });
  portolan('check --write-baseline b.json', { cwd });
  portolan('check --baseline b.json --fix', { cwd });
  assert.equal(readFileSync(join(cwd, 'compose.yaml'), 'utf8'), reversed);
});

test('standard input is compared with it, too', () => {
  const cwd = temporaryFolder({ 'compose.yaml': OLD, 'b.json': FILE });
  const rest = '--baseline b.json --stdin --stdin-path compose.yaml';
  assert.equal(portolan(`check ${rest}`, { cwd, stdin: OLD }).status, 0);
  assert.equal(portolan(`check ${rest}`, { cwd, stdin: OLD.replace('99999', '99998') }).status, 1);
});

test('code scanning and GitLab know findings by the same names as before a move', () => {
  const cwd = temporaryFolder({ 'compose.yaml': OLD });
  const names = (format: string): readonly string[] =>
    portolan(`check --format ${format}`, { cwd }).stdout.match(/[0-9a-f]{16}:\d/g) ?? [];
  const before = names('sarif');
  assert.equal(before.length, 1);
  assert.deepEqual(names('gitlab'), before);
  writeFileSync(join(cwd, 'compose.yaml'), `# moved\n${OLD}`);
  assert.deepEqual(names('sarif'), before);
});

/** A baseline that is no such thing: the place and the words. */
function broken(text: string, expected: RegExp): void {
  test(`no baseline: ${JSON.stringify(text)}`, () => {
    const cwd = temporaryFolder({ 'compose.yaml': OLD, 'b.json': text });
    const [ports, { status, stderr }] = check(cwd, '--baseline b.json');
    assert.deepEqual([ports, status], [[], 2]);
    assert.match(stderr, expected);
  });
}

broken('', /^portolan: b\.json:1:1: a baseline is an object/);
broken('[]', /b\.json:1:1: a baseline is an object/);
broken('{"version": 2}', /b\.json:1:13: the version of a baseline is 1/);
broken('{"findings": []}', /b\.json:1:1: the version/);
broken('{"version": 1,\n "findings": {}}', /b\.json:2:14: "findings" is a list/);
broken(FILE.replace('"rule":', '"ruel":'), /b\.json:4:5: a finding has the texts/);
broken(FILE.replace('"99999"}', '"99999","count":0}'), /b\.json:4:103: "count" is a number from 1/);
broken(FILE.replace('\n    {', '\n<<<<<<< HEAD\n    {'), /b\.json:4:9: /);
broken(FILE.slice(0, -3), /b\.json:1:1: This bracket is not closed/);
broken(`${FILE}{}`, /b\.json:7:1: something follows/);
broken('\0', /b\.json: cannot be read: binary/);

test('a baseline that is missing, or cannot be written', () => {
  const cwd = temporaryFolder({ 'compose.yaml': OLD });
  const missing = portolan('check --baseline none.json', { cwd });
  assert.deepEqual(
    [missing.status, missing.stdout, missing.stderr],
    [2, '', 'portolan: none.json: cannot be read: no such file or folder\n'],
  );
  const unwritten = portolan('check --write-baseline no/folder/b.json', { cwd });
  assert.deepEqual([unwritten.status, unwritten.stdout], [2, '']);
  assert.match(unwritten.stderr, /no\/folder\/b\.json: not written: no such file or folder/);
});

test('of an entry that is there twice, both count', () => {
  const read = readBaseline(FILE.replace(ENTRY, `${ENTRY}, ${ENTRY}`));
  assert.ok('baseline' in read);
  assert.deepEqual(
    [...read.baseline.values()].map(({ count }) => count),
    [2],
  );
});
