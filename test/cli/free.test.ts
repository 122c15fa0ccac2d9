import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portolan, type World } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

const cwd = temporaryFolder({
  'a/compose.yaml': 'services:\n  web:\n    image: x\n    ports: ["6670:80"]\n',
  'b/compose.yaml': 'services:\n  web:\n    image: x\n    ports: ["6671:80"]\n',
  'b/ignored.env': 'PORT=6672\n',
  'b/.gitignore': 'ignored.env\n',
  'a/.git/HEAD': '',
  'b/.git/HEAD': '',
  'plan.json': '{"ports": {"15000-15002": "anybody"}}',
});

function prints(command: string, expected: string, world: World = {}): void {
  test(`portolan ${command}`, () => {
    const { status, stdout, stderr } = portolan(command, { cwd, ...world });
    assert.deepEqual([stdout, stderr, status], [expected, '', 0]);
  });
}

prints('free a', '6671\n');
prints('free b', '6672\n');
prints('free --no-ignore b', '6673\n');
prints('free a b', '6672\n');
prints('free a --count 3', '6671\n6672\n6673\n');
prints('free a --near 6675 --count 2', '6675\n6676\n');
prints('free a --format json --count 2', '{"ports":[6671,6672],"checked":["not listened on now"]}\n');
prints('free a --config plan.json', '15000\n');
prints('free a --count 2', '6672\n6673\n', { busy: [6671] });

function refuses(command: string, words: RegExp): void {
  test(`portolan ${command}: wrong`, () => {
    const { status, stdout, stderr } = portolan(command, { cwd });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, words);
  });
}

refuses('free --near 65536', /--near needs a port from 1 to 65535, not "65536"/);
refuses('free --near 0', /--near/);
refuses('free --near 8080/tcp', /--near/);
refuses('free --count 0', /--count needs a number from 1 to 1000, not "0"/);
refuses('free --count 1001', /--count/);
refuses('free --count=-1', /--count/);
refuses('free --format sarif', /unknown format "sarif"; one of text, json/);
refuses('free --fix', /free does not take --fix; check does/);
refuses('check --near 80', /check does not take --near; free does/);
refuses('free nowhere', /nowhere: cannot be read/);

test('too few are exit status 1, and those that there are', () => {
  const world = { cwd, busy: Array.from({ length: 31000 }, (_, at) => 1024 + at) };
  const { status, stdout, stderr } = portolan('free a --count 1000', world);
  const count = stdout.trimEnd().split('\n').length;
  assert.equal(status, 1);
  assert.ok(count > 100 && count < 1000, `${count}`);
  assert.equal(stderr, `portolan: only ${count} of 1000 free ports could be found\n`);
});

test('what listens cannot be learnt: said, and no fault', () => {
  const { status, stdout, stderr } = portolan('free a', { cwd, busy: 'The system does not tell what listens' });
  assert.deepEqual([status, stdout], [0, '6671\n']);
  assert.equal(stderr, 'portolan: The system does not tell what listens; a port may be in use\n');
});

test('json says what was not made sure of', () => {
  const { stdout } = portolan('free a --format json', { cwd, busy: 'no' });
  assert.deepEqual(JSON.parse(stdout), { ports: [6671], checked: [] });
});
