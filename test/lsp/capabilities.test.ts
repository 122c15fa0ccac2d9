import assert from 'node:assert/strict';
import test from 'node:test';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { type Client, clientOf } from '../../server/lsp/capabilities.ts';
import { EVERY_CAPABILITY } from '../harness/everyCapability.ts';
import { PUSHED } from '../harness/lspPair.ts';

function client(capabilities: ClientCapabilities, initializationOptions?: unknown): Client {
  const params: InitializeParams = { processId: null, rootUri: null, capabilities, initializationOptions };
  return clientOf(params);
}

test('a client that says nothing can do nothing', () => {
  const { encoding, markup, options, ...abilities } = client({});
  assert.deepEqual([encoding, markup, options], ['utf-16', 'plaintext', {}]);
  assert.ok(Object.values(abilities).every(ability => ability === false));
});

test('a client that says everything can do everything', () => {
  const { encoding, markup, options, ...abilities } = client(EVERY_CAPABILITY);
  assert.deepEqual([encoding, markup, options], ['utf-16', 'markdown', {}]);
  assert.ok(Object.values(abilities).every(ability => ability === true));
  assert.equal(client(PUSHED).pull, false);
});

function options(given: unknown, expected: Client['options']): void {
  test(`options ${JSON.stringify(given)}`, () => assert.deepEqual(client({}, given).options, expected));
}

const NONE = { commandLinks: false, clientFiles: false, status: false };

options(null, {});
options('all', {});
options({}, NONE);
options({ system: 'macos', commandLinks: true }, { ...NONE, system: 'macos', commandLinks: true });
options({ system: 'rm -rf', commandLinks: 'yes' }, NONE);
options({ registry: 'text', clientFiles: true }, { ...NONE, registry: 'text', clientFiles: true });
