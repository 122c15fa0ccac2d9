import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { portolan } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

/** A warning at `ports`, and nothing else. */
const DB = 'services:\n  db:\n    image: postgres:16\n    ports: ["5432:5432"]\n';
const LISTEN = 'listen 99999;\n';

type Files = Readonly<Record<string, string>>;

interface Expected {
  readonly status?: number;
  readonly stderr?: RegExp;
}

/** What `check` says of a folder: `path:line severity rule`. */
function check(title: string, files: Files, rest: string, lines: readonly string[], expected: Expected = {}): void {
  test(title, () => {
    const ran = portolan(`check --format jsonl --level hint ${rest}`, { cwd: temporaryFolder(files) });
    const found = ran.stdout
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line));
    assert.deepEqual(
      found.map(({ path, line, severity, rule }) => `${path}:${line} ${severity} ${rule}`),
      lines,
    );
    if (expected.status !== undefined) assert.equal(ran.status, expected.status);
    assert.match(ran.stderr, expected.stderr ?? /^$/);
  });
}

const levels = (level: string): string => JSON.stringify({ rules: { 'datastore-published': level } });

// Levels: the command line before the project file before the default.
check('the default', { 'compose.yaml': DB }, '.', ['compose.yaml:4 warning datastore-published']);
check('a level', { 'compose.yaml': DB, 'portolan.json': levels('error') }, '.', [
  'compose.yaml:4 error datastore-published',
]);
check('off', { 'compose.yaml': DB, 'portolan.json': levels('off') }, '.', [], { status: 0 });
check(
  'an error fails',
  { 'compose.yaml': DB, 'portolan.json': levels('error') },
  'compose.yaml',
  ['compose.yaml:4 error datastore-published'],
  { status: 1 },
);
check(
  '--rule goes before',
  { 'compose.yaml': DB, 'portolan.json': levels('off') },
  '--rule datastore-published=info .',
  ['compose.yaml:4 info datastore-published'],
);
check(
  '--rule off goes before',
  { 'compose.yaml': DB, 'portolan.json': levels('error') },
  '--rule datastore-published=off .',
  [],
);

// Which file holds: that of the root, which is looked for upwards; further down it is a file like any other.
check('from a folder below', { 'a/compose.yaml': DB, 'portolan.json': levels('error') }, 'a', [
  'a/compose.yaml:4 error datastore-published',
]);
check('from a file below', { 'a/b/compose.yaml': DB, 'portolan.json': levels('error') }, 'a/b/compose.yaml', [
  'a/b/compose.yaml:4 error datastore-published',
]);
check(
  'the nearest',
  { 'a/compose.yaml': DB, 'a/portolan.json': levels('info'), 'portolan.json': levels('error') },
  'a',
  ['a/compose.yaml:4 info datastore-published'],
);
check(
  'that of the root of all',
  { 'a/compose.yaml': DB, 'a/portolan.json': levels('info'), 'portolan.json': '{}' },
  '.',
  ['a/compose.yaml:4 warning datastore-published'],
);
check(
  'a repository ends the search',
  { 'a/.git/HEAD': '', 'a/compose.yaml': DB, 'portolan.json': levels('off') },
  'a',
  ['a/compose.yaml:4 warning datastore-published'],
);
check(
  'one that git ignores',
  { '.gitignore': 'portolan.json\n', 'compose.yaml': DB, 'portolan.json': levels('off') },
  '.',
  [],
);

// --config
check('--config', { 'compose.yaml': DB, 'ci/strict.json': levels('error') }, '--config ci/strict.json compose.yaml', [
  'compose.yaml:4 error datastore-published',
]);
check(
  '--config goes before the own file',
  { 'compose.yaml': DB, 'portolan.json': levels('off'), 'ci.json': levels('error') },
  '--config ci.json compose.yaml',
  ['compose.yaml:4 error datastore-published'],
);
check(
  '--config from elsewhere',
  { 'own/compose.yaml': DB, 'own/.git/HEAD': '', 'ci.json': levels('off') },
  '--config ci.json own',
  [],
);
check(
  '--config that is not there',
  { 'compose.yaml': DB },
  '--config ci.json .',
  ['compose.yaml:4 warning datastore-published'],
  {
    status: 2,
    stderr: /ci\.json: cannot be read/,
  },
);
check(
  '--config that is a folder',
  { 'compose.yaml': DB, 'ci/x': '' },
  '--config ci compose.yaml',
  ['compose.yaml:4 warning datastore-published'],
  { status: 2, stderr: /ci: cannot be read: is a folder/ },
);
check(
  'faults of a --config are found there',
  { 'compose.yaml': DB, 'ci.json': '{"rules": {"missing-upd": "off"}}' },
  '--config ci.json ci.json',
  ['ci.json:1 info unknown-rule'],
);

test('--config needs a value, and no other command takes it', () => {
  assert.match(portolan('check --config').stderr, /--config needs a value: --config FILE/);
  assert.match(portolan(['check', '--config=', '.']).stderr, /--config needs a file/);
  assert.match(
    portolan('explain --config a.json 80').stderr,
    /explain does not take --config; check, scan, map and free do/,
  );
});

// What cannot be understood is reported at its place, and the rest counts.
check(
  'a broken file',
  { 'compose.yaml': DB, 'portolan.json': '{"rules": {"datastore-published": "off" "x": 1}' },
  '.',
  [
    'portolan.json:1 warning invalid-setting',
    'portolan.json:1 warning invalid-setting',
    'portolan.json:1 info unknown-rule',
    'portolan.json:1 warning invalid-setting',
  ],
);
check(
  'faults of a file that is not checked itself',
  { 'compose.yaml': DB, 'portolan.json': '{"rules": {"missing-udp": 5}, "ignore": ["x"' },
  'compose.yaml',
  ['compose.yaml:4 warning datastore-published'],
  { stderr: /^portolan: portolan\.json: \d settings are not read; portolan check portolan\.json tells why\n$/ },
);
check('a rule that there is not', { 'portolan.json': '{"rules": {"datastore-publishd": "off"}}' }, '.', [
  'portolan.json:1 info unknown-rule',
]);

// ignore: nothing is reported, not even by name, and nothing is compared with such a file.
const ignore = (...globs: readonly string[]): string => JSON.stringify({ ignore: globs });
const OTHER = { 'other/compose.yaml': DB.replace('db:', 'pg:') };
const BOTH = ['compose.yaml:4 warning datastore-published', 'compose.yaml:4 info host-port-collision'];
check('without it', { 'compose.yaml': DB, ...OTHER, 'portolan.json': '{}' }, 'compose.yaml', BOTH);
for (const glob of ['other', 'other/', '/other', './other', 'other/**', '**/other/*', 'oth*/compose.yaml', 'o*r'])
  check(glob, { 'compose.yaml': DB, ...OTHER, 'portolan.json': ignore(glob) }, '.', [BOTH[0] ?? '']);
for (const glob of ['/compose.yaml', './compose.yaml'])
  check(glob, { 'compose.yaml': DB, ...OTHER, 'portolan.json': ignore(glob) }, '.', [
    'other/compose.yaml:4 warning datastore-published',
  ]);
check('everywhere', { 'compose.yaml': DB, ...OTHER, 'portolan.json': ignore('compose.yaml') }, '.', []);
check('by name too', { 'compose.yaml': DB, 'portolan.json': ignore('compose.yaml') }, 'compose.yaml', [], {
  status: 0,
});
check('what is not below the root is not meant', { 'a/b/compose.yaml': DB, 'a/portolan.json': ignore('a') }, 'a', [
  'a/b/compose.yaml:4 warning datastore-published',
]);
check(
  'an ignored .env still gives values',
  { 'compose.yaml': DB.replace('"5432', '"${HOST}:5432'), '.env': 'HOST=127.0.0.1\n', 'portolan.json': ignore('.env') },
  '.',
  [],
);

// files: formats that neither name nor content tells, in `scan` too.
const BOUND = { 'conf/site.tpl': LISTEN, 'x/site.tpl': LISTEN, 'portolan.json': '{"files": {"conf/*.tpl": "nginx"}}' };
check('files', BOUND, '.', ['conf/site.tpl:1 error port-out-of-range']);
check('files from below', BOUND, 'conf', ['conf/site.tpl:1 error port-out-of-range']);
check('files by name', BOUND, 'conf/site.tpl', ['conf/site.tpl:1 error port-out-of-range']);
check('a format that there is not', { 'a.tpl': LISTEN, 'portolan.json': '{"files": {"*.tpl": "ngnix"}}' }, '.', [
  'portolan.json:1 warning invalid-setting',
]);

/** The rows of `scan`: `path:line text`. */
function scan(title: string, files: Files, rest: string, rows: readonly string[]): void {
  test(`scan: ${title}`, () => {
    const ran = portolan(`scan --format jsonl ${rest}`, { cwd: temporaryFolder(files) });
    const found = ran.stdout.split('\n').filter(line => line !== '');
    assert.deepEqual(
      found.map(line => JSON.parse(line)).map(({ path, line, text }) => `${path}:${line} ${text}`),
      rows,
    );
  });
}

scan('files', BOUND, 'conf', ['conf/site.tpl:1 99999']);
scan('files by name', BOUND, 'conf/site.tpl', ['conf/site.tpl:1 99999']);
scan('ignore', { 'a.env': 'PORT=1\n', 'b.env': 'PORT=2\n', 'portolan.json': ignore('a.env') }, '.', ['b.env:1 2']);
scan(
  '--config',
  { 'a.env': 'PORT=1\n', 'b.env': 'PORT=2\n', 'ci.json': ignore('a.env', 'ci.json') },
  '--config ci.json .',
  ['b.env:1 2'],
);
scan('the plan', { 'portolan.json': '{"ports": {"8081-8085": {"owner": "web"}}}' }, '.', ['portolan.json:1 8081-8085']);

// keys: words that mean a port, in every format that goes by words.
const WORDS = '{"keys": ["Lauscher"]}';
const KEYED = {
  '.env': 'LAUSCHER_WEB=8081\nHORCHER=8082\n',
  Dockerfile: 'FROM a\nENV LAUSCHER=8083\n',
  'app.conf': 'web_lauscher = 8084\n',
  'app.json': '{"webLauscher": 8085}\n',
  'app.service': '[Service]\nEnvironment=LAUSCHER=8086\nExecStart=/a\n',
  'app.toml': '[web]\nlauscher = 8087\n',
  'app.yaml': 'web:\n  lauscher: 8088\n',
  'compose.yaml': 'services:\n  web:\n    environment:\n      LAUSCHER: 8089\n',
};
scan('no keys', KEYED, '.', []);
scan('keys', { ...KEYED, 'portolan.json': WORDS }, '.', [
  '.env:1 8081',
  'Dockerfile:2 8083',
  'app.conf:1 8084',
  'app.json:1 8085',
  'app.service:2 8086',
  'app.toml:2 8087',
  'app.yaml:2 8088',
  'compose.yaml:4 8089',
]);

// The plan
const PLAN = '{"ports": {"5432": {"owner": "db"}, "8081": "web"}}';
check('planned', { 'compose.yaml': DB, 'portolan.json': PLAN }, '--rule datastore-published=off .', []);
check(
  'for another',
  { 'compose.yaml': DB.replace('db:', 'pg:'), 'portolan.json': PLAN },
  '--rule datastore-published=off .',
  ['compose.yaml:4 warning unplanned-port'],
);
check(
  'outside',
  { 'compose.yaml': DB.replace('5432:', '5433:'), 'portolan.json': PLAN },
  '--rule datastore-published=off .',
  ['compose.yaml:4 warning unplanned-port'],
);

test('standard input is judged by the project file too', () => {
  const cwd = temporaryFolder({ 'portolan.json': levels('error') });
  const ran = portolan(`check --format jsonl --stdin --stdin-path ${join(cwd, 'compose.yaml')}`, { cwd, stdin: DB });
  assert.equal(JSON.parse(ran.stdout).severity, 'error');
});
