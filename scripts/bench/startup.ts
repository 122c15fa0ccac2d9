import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { ratio, timesOf } from './measure.ts';
import { BARE_NODE, CLI } from './programs.ts';
import { atMost, milliseconds, type Section, times } from './section.ts';
import { startServer } from './server.ts';

const SERVER = join(ROOT, 'dist/server.js');
const URI = 'file:///bench/compose.yaml';
const TEXT = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "5432:5432"\n';

/** How long an editor waits for the server, against a Node that has nothing to do. */
export async function benchStartup(rounds: number): Promise<Section> {
  const taken: Record<'node' | 'server' | 'cli' | 'hover', number[]> = { node: [], server: [], cli: [], hover: [] };
  // The first round warms the caches of the disk.
  for (let round = 0; round <= rounds; round++) {
    const node = await bareNode();
    const { ready: server, hover } = await untilHover([SERVER, '--stdio']);
    const { ready: cli } = await untilHover([CLI, 'lsp', '--stdio']);
    if (round === 0) continue;
    for (const [name, time] of Object.entries({ node, server, cli, hover }))
      taken[name as keyof typeof taken].push(time);
  }
  const [node, server, cli, hover] = [taken.node, taken.server, taken.cli, taken.hover].map(timesOf);
  if (!node || !server || !cli || !hover) throw new Error('nothing was measured');
  const ready = ratio(server, node);
  const spawned = 'node dist/server.js --stdio';
  return {
    title: 'startup',
    rows: [
      {
        what: 'Server ready: from its spawn to the answer to `initialize`',
        figure: `${times(ready, 'bare Node')}; ${milliseconds(server)}`,
        target: atMost(ready.median, 4, 'at most 4 × `node -e 0`'),
        command: `${spawned}; node -e 0`,
      },
      {
        what: 'The same through the CLI',
        figure: `${times(ratio(cli, node), 'bare Node')}`,
        command: 'node dist/cli.js lsp --stdio',
      },
      {
        what: 'From its spawn to the first hover, the registry being read',
        figure: `${times(ratio(hover, node), 'bare Node')}; ${milliseconds(hover)}`,
        command: spawned,
      },
      { what: 'Bare Node, from its spawn to its end', figure: milliseconds(node), command: 'node -e 0' },
    ],
    notes: [],
  };
}

/** Both in milliseconds from the spawn. */
async function untilHover(args: readonly string[]): Promise<{ readonly ready: number; readonly hover: number }> {
  const start = performance.now();
  const { connection, startup, stop } = await startServer(args);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'yaml', version: 1, text: TEXT },
  });
  const found = await connection.sendRequest('textDocument/hover', {
    textDocument: { uri: URI },
    position: { line: 4, character: 10 },
  });
  const hover = performance.now() - start;
  if (found === null) throw new Error('the server has no hover');
  await stop();
  return { ready: startup, hover };
}

function bareNode(): Promise<number> {
  const start = performance.now();
  const child = spawn(BARE_NODE.program, BARE_NODE.args, { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve(performance.now() - start));
  });
}
