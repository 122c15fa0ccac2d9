import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { portolan } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

const REVERSED = 'services:\r\n  web:\r\n    image: nginx # é\r\n    ports: ["9010-9000:9010-9000"]\r\n';
const FIXED = REVERSED.replaceAll('9010-9000', '9000-9010');

function fixes(name: string, before: Uint8Array | string, after: Uint8Array | string): void {
  test(`--fix: ${name}`, () => {
    const cwd = temporaryFolder({ 'compose.yaml': before });
    const ran = portolan('check --fix', { cwd });
    assert.deepEqual(readFileSync(join(cwd, 'compose.yaml')), Buffer.from(after));
    assert.match(ran.stdout, /2 problems fixed/);
    const again = portolan('check --fix', { cwd });
    assert.deepEqual(readFileSync(join(cwd, 'compose.yaml')), Buffer.from(after), 'a second run changes nothing');
    assert.doesNotMatch(again.stdout, /fixed/);
  });
}

fixes('line ends stay', REVERSED, FIXED);
fixes('the byte order mark stays', `\uFEFF${REVERSED}`, `\uFEFF${FIXED}`);
fixes('UTF-16 stays', Buffer.from(`\uFEFF${REVERSED}`, 'utf16le'), Buffer.from(`\uFEFF${FIXED}`, 'utf16le'));

test('--fix writes only files below the paths', () => {
  const cwd = temporaryFolder({ '.git/HEAD': '', 'a/compose.yaml': REVERSED, 'b/compose.yaml': REVERSED });
  portolan('check --fix a', { cwd });
  assert.equal(readFileSync(join(cwd, 'a/compose.yaml'), 'utf8'), FIXED);
  assert.equal(readFileSync(join(cwd, 'b/compose.yaml'), 'utf8'), REVERSED);
});

test('--fix leaves what is hidden or off', () => {
  const cwd = temporaryFolder({ 'compose.yaml': REVERSED });
  portolan('check --fix --rule reversed-port-range=off', { cwd });
  portolan('check --fix --rule reversed-port-range=hint', { cwd });
  assert.equal(readFileSync(join(cwd, 'compose.yaml'), 'utf8'), REVERSED);
});

test('--fix never writes a text that it could not read whole', () => {
  const damaged = Buffer.from(REVERSED, 'latin1');
  const cwd = temporaryFolder({ 'compose.yaml': damaged });
  const ran = portolan('check --fix', { cwd });
  assert.deepEqual(readFileSync(join(cwd, 'compose.yaml')), damaged);
  assert.match(ran.stderr, /compose\.yaml: skipped: not fixed: some of it is not UTF-8 text\n$/);
  assert.equal(ran.status, 1);
});
