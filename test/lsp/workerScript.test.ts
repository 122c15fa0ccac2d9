import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { workerScript } from '../../client/workerScript.ts';

test('a worker runs the server, which asks for the core and sees none of its names', () => {
  const core = "var a = 'core', b = 1;\nmodule.exports = { a }; // the end";
  const server = "var a = 'server';\ntold.push(require('./core.js').a, a, typeof b); // the end";
  const told: string[] = [];
  runInNewContext(workerScript(core, server), { told });
  assert.deepEqual(told, ['core', 'server', 'undefined']);
});
