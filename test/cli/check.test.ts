import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { portolan, type Ran, type World } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

const web = (ports: string): string => `services:\n  web:\n    image: nginx\n    ports: ["${ports}"]\n`;
const BAD = web('99999:80');
const GOOD = web('8080:80');
/** Another program on the port of the good one. */
const OTHER = GOOD.replace(/image: .*/, 'image: example/other');
/** A warning, and no error. */
const DATASTORE = 'services:\n  db:\n    image: postgres:16\n    ports: ["5432:5432"]\n';

/** `path:line:col rule`, a line for each finding. */
function lines({ stdout }: Ran): readonly string[] {
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
    .map(({ path, line, col, rule }) => `${path}:${line}:${col} ${rule}`);
}

function check(rest: string, world: World): Ran {
  return portolan(`check --format jsonl ${rest}`, world);
}

const AT = '4:14 port-out-of-range';

test('the current folder without a path, each file by its path below it', () => {
  const cwd = temporaryFolder({ 'compose.yaml': BAD, 'sub/compose.yaml': BAD, 'ok/compose.yaml': GOOD });
  for (const paths of ['', '.', './']) {
    const ran = check(paths, { cwd });
    assert.deepEqual(lines(ran), [`compose.yaml:${AT}`, `sub/compose.yaml:${AT}`]);
    assert.deepEqual([ran.status, ran.stderr], [1, '']);
  }
});

test('a path is printed as it was typed', () => {
  const cwd = temporaryFolder({ 'a/compose.yaml': BAD });
  const absolute = join(cwd, 'a').replaceAll('\\', '/');
  assert.deepEqual(lines(check('./a', { cwd })), [`a/compose.yaml:${AT}`]);
  assert.deepEqual(lines(check('a/', { cwd })), [`a/compose.yaml:${AT}`]);
  assert.deepEqual(lines(check('a/../a', { cwd })), [`a/../a/compose.yaml:${AT}`]);
  assert.deepEqual(lines(check('./a/compose.yaml', { cwd })), [`a/compose.yaml:${AT}`]);
  assert.deepEqual(lines(check('../a', { cwd: join(cwd, 'a') })), [`../a/compose.yaml:${AT}`]);
  assert.deepEqual(lines(check(absolute, { cwd })), [`${absolute}/compose.yaml:${AT}`]);
});

test('a file that is named twice is reported once', () => {
  const cwd = temporaryFolder({ 'a/compose.yaml': BAD });
  assert.deepEqual(lines(check('a a/compose.yaml .', { cwd })), [`a/compose.yaml:${AT}`]);
});

test('a message quotes no megabytes', () => {
  const cwd = temporaryFolder({ 'compose.yaml': web('8'.repeat(1_000_000)) });
  const { stdout, status } = check('', { cwd });
  assert.equal(status, 1);
  assert.ok(stdout.length < 1000, `${stdout.length}`);
});

test('exit status', () => {
  const cwd = temporaryFolder({ 'bad/compose.yaml': BAD, 'warn/compose.yaml': DATASTORE, 'good/compose.yaml': GOOD });
  const status = (rest: string): number => check(rest, { cwd }).status;
  assert.equal(status('good'), 0);
  assert.equal(status('warn'), 0);
  assert.equal(status('bad'), 1);
  assert.equal(status('warn --fail-on warning'), 1);
  assert.equal(status('warn --max-warnings 0'), 1);
  assert.equal(status('warn --max-warnings 1'), 0);
  assert.equal(status('bad --rule port-out-of-range=off'), 0);
  assert.equal(status('bad --rule port-out-of-range=warning'), 0);
  assert.equal(status('warn --rule datastore-published=error'), 1);
  assert.equal(status('missing'), 2);
  assert.equal(status('bad missing'), 2);
});

test('findings that are hidden still count, and a line says so', () => {
  const cwd = temporaryFolder({ 'compose.yaml': DATASTORE });
  const ran = check('--level error --fail-on warning', { cwd });
  assert.deepEqual([ran.status, ran.stdout], [1, '']);
  assert.match(ran.stderr, /--level error hides reach --fail-on warning: 1 of severity warning/);
});

test('a path that cannot be read is named, and the others are checked', () => {
  const cwd = temporaryFolder({ 'compose.yaml': BAD });
  const ran = check('missing compose.yaml gone/too.env', { cwd });
  assert.deepEqual(lines(ran), [`compose.yaml:${AT}`]);
  assert.deepEqual(ran.stderr.split('\n').slice(0, 2), [
    'portolan: missing: cannot be read: no such file or folder',
    'portolan: gone/too.env: cannot be read: no such file or folder',
  ]);
});

test('files that cannot be read are named with the reason', () => {
  const cwd = temporaryFolder({ 'compose.yaml': 'a\0b', 'x/compose.yaml': BAD, 'image.png': '\0' });
  const walked = check('.', { cwd });
  assert.deepEqual([walked.status, walked.stderr], [1, 'portolan: compose.yaml: skipped: binary\n']);
  const named = check('compose.yaml', { cwd });
  assert.deepEqual([named.status, named.stderr], [2, 'portolan: compose.yaml: cannot be read: binary\n']);
});

test('a file of no known format is named and harms nothing', () => {
  const cwd = temporaryFolder({ 'README.md': 'port 99999' });
  const ran = check('README.md', { cwd });
  assert.deepEqual([ran.status, ran.stderr], [0, 'portolan: README.md: skipped: no known format\n']);
});

test('ignored files are reported only when they are named, or with --no-ignore', () => {
  const cwd = temporaryFolder({ '.git/HEAD': '', '.gitignore': 'out/\n', 'out/compose.yaml': BAD });
  assert.deepEqual(lines(check('', { cwd })), []);
  assert.deepEqual(lines(check('out', { cwd })), [`out/compose.yaml:${AT}`]);
  assert.deepEqual(lines(check('out/compose.yaml', { cwd })), [`out/compose.yaml:${AT}`]);
  assert.deepEqual(lines(check('--no-ignore', { cwd })), [`out/compose.yaml:${AT}`]);
});

test('the root is read for context: one file sees the other side', () => {
  const cwd = temporaryFolder({
    '.git/HEAD': '',
    'compose.yaml': GOOD,
    'compose.override.yaml': 'services:\n  api:\n    image: x\n    ports: ["8080:3000"]\n',
    '.env': 'UNUSED=1\n',
  });
  const ran = check('compose.override.yaml', { cwd });
  assert.deepEqual(lines(ran), ['compose.override.yaml:4:14 host-port-collision']);
  const text = portolan('check compose.override.yaml', { cwd }).stdout;
  assert.match(text, /^ {2}compose\.yaml:4:14: /m);
});

test('an ignored .env is read for values, and is not reported', () => {
  const cwd = temporaryFolder({
    '.git/HEAD': '',
    '.gitignore': '.env\n',
    '.env': 'WEB_PORT=8080\n',
    'compose.yaml':
      'services:\n  a:\n    image: x\n    ports: ["$WEB_PORT:80"]\n  b:\n    image: y\n    ports: ["8080:80"]\n',
  });
  assert.deepEqual(
    lines(check('', { cwd })).map(line => line.split(':')[0]),
    ['compose.yaml'],
  );
});

test('a link out of the root is not followed, neither by the walk nor by a reference', () => {
  const outside = temporaryFolder({ 'compose.yaml': BAD, secret: 'WEB_PORT=8080\n' });
  const cwd = temporaryFolder({ '.git/HEAD': '', 'compose.yaml': GOOD });
  symlinkSync(join(outside, 'compose.yaml'), join(cwd, 'compose.prod.yaml'));
  symlinkSync(join(outside, 'secret'), join(cwd, '.env'));
  assert.deepEqual(lines(check('', { cwd })), []);
  assert.deepEqual(lines(check('compose.prod.yaml', { cwd })), [`compose.prod.yaml:${AT}`]);
});

test('standard input stands for a file, in its context', () => {
  const cwd = temporaryFolder({ '.git/HEAD': '', 'compose.yaml': GOOD, 'sub/x': '' });
  const ran = check('--stdin --stdin-path compose.yaml', { cwd, stdin: `\uFEFF${BAD}` });
  assert.deepEqual([lines(ran), ran.status], [[`compose.yaml:${AT}`], 1]);
  assert.deepEqual(lines(check('--stdin --stdin-path new/compose.yaml', { cwd, stdin: BAD })), [
    `new/compose.yaml:${AT}`,
  ]);
  assert.equal(check('--stdin --stdin-path compose.yaml', { cwd, stdin: '\0' }).status, 2);
});

test('columns count UTF-16 units, lines end at CRLF', () => {
  const cwd = temporaryFolder({
    'compose.yaml': '# 🚢\r\nservices:\r\n  web:\r\n    image: "🚢"\r\n    ports: [/*🚢*/ "99999:80"]\r\n'.replace(
      '/*🚢*/ ',
      '',
    ),
    '.env': '\uFEFFPORT=99999\n',
  });
  assert.deepEqual(lines(check('compose.yaml', { cwd })), ['compose.yaml:5:14 port-out-of-range']);
});

test('json is an array of what jsonl prints', () => {
  const cwd = temporaryFolder({ 'compose.yaml': BAD });
  const rows = JSON.parse(portolan('check --format json', { cwd }).stdout);
  assert.deepEqual(rows, [JSON.parse(check('', { cwd }).stdout)]);
  assert.deepEqual(Object.keys(rows[0]), [
    'path',
    'line',
    'col',
    'endLine',
    'endCol',
    'rule',
    'severity',
    'message',
    'fixable',
  ]);
});

test('colours only on a terminal that wants them', () => {
  const cwd = temporaryFolder({ 'compose.yaml': BAD });
  const isColoured = (world: World): boolean => portolan('check', { cwd, ...world }).stdout.includes('\x1b[');
  assert.equal(isColoured({}), false);
  assert.equal(isColoured({ terminal: true }), true);
  assert.equal(isColoured({ terminal: true, env: { NO_COLOR: '1' } }), false);
  assert.equal(isColoured({ terminal: true, env: { TERM: 'dumb' } }), false);
});

test('a line counts files on a terminal, and is gone before the results', () => {
  const files = Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`d${index}/compose.yaml`, GOOD]));
  const cwd = temporaryFolder(files);
  const { stderr } = portolan('check --level error', { cwd, terminal: true });
  assert.match(stderr, /\r\x1b\[K64 files read/);
  assert.ok(stderr.endsWith('\r\x1b[K'), JSON.stringify(stderr));
  assert.equal(portolan('check --level error', { cwd }).stderr, '');
});

test('two projects of one repository are compared, also where one file is given', () => {
  const cwd = temporaryFolder({ '.git/HEAD': '', 'a/compose.yaml': GOOD, 'b/compose.yaml': OTHER });
  assert.deepEqual(lines(check('', { cwd })), [
    'a/compose.yaml:4:14 host-port-collision',
    'b/compose.yaml:4:14 host-port-collision',
  ]);
  assert.deepEqual(lines(check('a/compose.yaml', { cwd })), ['a/compose.yaml:4:14 host-port-collision']);
});

test('folders of examples are not compared, unless they are given', () => {
  const cwd = temporaryFolder({ '.git/HEAD': '', 'examples/a/compose.yaml': GOOD, 'examples/b/compose.yaml': OTHER });
  assert.deepEqual(lines(check('', { cwd })), []);
  assert.equal(lines(check('examples', { cwd })).length, 2);
});

test('a rule of hints is asked where somebody wants them, and only there', () => {
  const cwd = temporaryFolder({ 'compose.yaml': OTHER });
  const crowded = ['compose.yaml:4:14 crowded-port'];
  assert.deepEqual(lines(check('', { cwd })), []);
  assert.equal(check('', { cwd }).status, 0);
  assert.deepEqual(lines(check('--level hint', { cwd })), crowded);
  assert.equal(check('--fail-on hint', { cwd }).status, 1);
  assert.deepEqual(lines(check('--rule crowded-port=info', { cwd })), crowded);
  const told = temporaryFolder({ 'compose.yaml': OTHER, 'portolan.json': '{ "rules": { "crowded-port": "info" } }' });
  assert.deepEqual(lines(check('', { cwd: told })), crowded);
});
