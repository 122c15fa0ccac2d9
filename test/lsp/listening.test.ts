import assert from 'node:assert/strict';
import test from 'node:test';
import type { Machine, Socket } from '../../server/lsp/features/machine.ts';
import { LISTENING, type ListeningResult } from '../../server/protocol.ts';
import { type PairOptions, startPair, textAt } from '../harness/lspPair.ts';

const COMPOSE = 'services:\n  web:\n    image: x\n    ports: ["15000:80"]\n';
const URI = 'file:///w/compose.yaml';
const WORKSPACE = { folders: ['file:///w'], files: { [URI]: COMPOSE } };

function machine(...sockets: readonly Socket[]): Machine {
  return { listening: async () => ({ sockets, notes: ['The process of one socket is not shown'] }) };
}

async function ask(options: PairOptions): Promise<ListeningResult> {
  const pair = await startPair(options);
  try {
    await pair.idle();
    return await pair.connection.sendRequest<ListeningResult>(LISTENING);
  } finally {
    await pair.stop();
  }
}

test('what listens is laid beside what the workspace says', async () => {
  const postgres: Socket = { protocol: 'tcp', address: '127.0.0.1', port: 5432, process: { name: 'postgres', pid: 7 } };
  const java: Socket = { protocol: 'tcp', address: '::', port: 15000, process: { name: 'java', pid: 4711 } };
  const { listeners, notes } = await ask({ ...WORKSPACE, machine: machine(postgres, java) });
  assert.deepEqual(notes, ['The process of one socket is not shown']);
  const [first, second, ...others] = listeners;
  assert.deepEqual(others, []);
  assert.deepEqual(second, {
    port: 5432,
    protocol: 'tcp',
    addresses: ['127.0.0.1'],
    process: { name: 'postgres', pid: 7 },
    knownAs: 'PostgreSQL',
    places: [],
  });
  const [place] = first?.places ?? [];
  assert.deepEqual([first?.port, first?.process, first?.knownAs], [15000, { name: 'java', pid: 4711 }, undefined]);
  assert.deepEqual([place?.says, place?.location.uri], ['web publishes it', URI]);
  assert.equal(place && textAt(COMPOSE, place.location.range), '15000');
});

test('processes are asked for', async () => {
  const asked: boolean[] = [];
  await ask({
    machine: {
      async listening(withProcesses) {
        asked.push(withProcesses);
        return { sockets: [], notes: [] };
      },
    },
  });
  assert.deepEqual(asked, [true]);
});

test('what cannot be learnt is said in words', async () => {
  const listening = async (): Promise<never> => {
    throw new Error('The system does not tell what listens');
  };
  await assert.rejects(ask({ machine: { listening } }), { message: 'The system does not tell what listens' });
});

test('a server without a machine does not answer', async () => {
  await assert.rejects(ask({}), { code: -32601 });
});
