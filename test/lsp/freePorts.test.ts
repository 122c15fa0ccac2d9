import assert from 'node:assert/strict';
import test from 'node:test';
import type { Machine } from '../../server/lsp/features/machine.ts';
import { FREE_PORTS, type FreePortsParams, type FreePortsResult } from '../../server/protocol.ts';
import { type PairOptions, startPair } from '../harness/lspPair.ts';

const WORKSPACE = {
  folders: ['file:///w'],
  files: { 'file:///w/compose.yaml': 'services:\n  web:\n    image: x\n    ports: ["6670:80"]\n' },
};

function listensOn(...ports: readonly number[]): Machine {
  const sockets = ports.map(port => ({ protocol: 'tcp', address: '::', port }) as const);
  return { listening: async () => ({ sockets, notes: [] }) };
}

async function ask(options: PairOptions, params: FreePortsParams): Promise<FreePortsResult> {
  const pair = await startPair(options);
  try {
    await pair.idle();
    return await pair.connection.sendRequest<FreePortsResult>(FREE_PORTS, params);
  } finally {
    await pair.stop();
  }
}

test('beside the ports of the project, none of its own', async () =>
  assert.deepEqual(await ask(WORKSPACE, { count: 2 }), { ports: [6671, 6672], checked: [] }));

test('none that somebody listens on', async () =>
  assert.deepEqual(await ask({ ...WORKSPACE, machine: listensOn(6671, 9) }, { near: 6670, count: 2 }), {
    ports: [6672, 6673],
    checked: ['not listened on now'],
  }));

test('a machine that says nothing is no hindrance', async () => {
  const listening = async (): Promise<never> => {
    throw new Error('no');
  };
  assert.deepEqual(await ask({ ...WORKSPACE, machine: { listening } }, { near: 6672, count: 1 }), {
    ports: [6672],
    checked: [],
  });
});

test('no port, no answer', async () =>
  await assert.rejects(ask({}, { near: 70000, count: 1 }), { code: -32602, message: '70000 is no port' }));
