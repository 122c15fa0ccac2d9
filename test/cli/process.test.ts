import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

const MAIN = join(import.meta.dirname, '../../server/cli/main.ts');
const PORTS = Array.from({ length: 5000 }, (_, index) => `      - "${10000 + index}:80"\n`).join('');
const COMPOSE = `services:\n  web:\n    image: nginx\n    ports:\n${PORTS}`;

/** Only what the descriptors of a process can show; all else is tested in this one. */
test('more than a pipe holds arrives whole', () => {
  const cwd = temporaryFolder({ 'compose.yaml': COMPOSE });
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'scan', '--format', 'jsonl'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  assert.deepEqual([status, stderr, stdout.trimEnd().split('\n').length], [0, '', 10000]);
});

test('a reader that goes away is no error', async () => {
  const cwd = temporaryFolder({ 'compose.yaml': COMPOSE });
  const child = spawn(process.execPath, [MAIN, 'scan', '--format', 'jsonl'], { cwd });
  let errors = '';
  child.stderr.on('data', text => {
    errors += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise(resolve => child.once('close', resolve));
  assert.deepEqual([status, errors], [0, '']);
});
