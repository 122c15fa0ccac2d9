import { readFileSync } from 'node:fs';
import { hover, type Snapshot } from '../../server/core/analysis.ts';
import { HOVER_OPTIONS, inside } from './inside.ts';
import { type Latency, latencyOf, latencyText, timed, timedAsync } from './latency.ts';
import { CLI } from './programs.ts';
import { atMost, type Section } from './section.ts';
import { startServer } from './server.ts';
import { mixed, pathsIn } from './trees.ts';

const COMMAND = 'npm run bench -- hover';

/** Every port of the mixed tree, hovered over: in the core, and through a pipe. */
export async function benchHover(): Promise<Section> {
  const { folder } = mixed();
  const { workspace, registry } = inside(folder);
  const snapshot = workspace.snapshot();
  const places = placesOf(snapshot);
  const documents = [...snapshot.documents()].length;
  const answer = ({ path, offset }: Place): unknown => hover(snapshot, registry, path, offset, HOVER_OPTIONS);
  const [first] = places;
  if (!first) throw new Error('there is nothing to hover over');
  const cold = timed(() => answer(first));
  const core = latencyOf(places.map(place => timed(() => answer(place))));
  const piped = await overStdio(folder);
  return {
    title: 'hover',
    rows: [
      {
        what: `Inside the server: each of ${places.length} ports in ${documents} files once, all of them known to the workspace`,
        figure: latencyText(core),
        target: atMost(core.p99, 1, 'p99 under 1 ms'),
        command: COMMAND,
      },
      { what: 'The very first, the registry being read', figure: latencyText(latencyOf([cold])), command: COMMAND },
      {
        what: 'Round trip over stdio, the same workspace open',
        figure: latencyText(piped),
        target: atMost(piped.p99, 5, 'p99 under 5 ms'),
        command: COMMAND,
      },
    ],
    notes: [
      "Inside: the core's `hover()`, run from source in this process. Over stdio: `node dist/cli.js lsp --stdio`, a request at a time.",
    ],
  };
}

interface Place {
  readonly path: string;
  readonly offset: number;
}

function placesOf(snapshot: Snapshot): readonly Place[] {
  return [...snapshot.documents()].flatMap(({ path, occurrences }) =>
    occurrences.map(({ span }) => ({ path, offset: span.start })),
  );
}

/** Requests for a few documents that are open, after the folder was read. */
async function overStdio(folder: string): Promise<Latency> {
  const { connection, stop } = await startServer([CLI, 'lsp', '--stdio'], folder);
  const taken: number[] = [];
  const opened = pathsIn(folder)
    .filter(path => /compose\.ya?ml$/.test(path))
    .slice(0, 20);
  for (const path of opened) {
    const text = readFileSync(path, 'utf8');
    const uri = `file://${path}`;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    // What opening costs is the keystroke's figure.
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    for (const [line, content] of text.split('\n').entries()) {
      for (const { index: character } of content.matchAll(/\b\d{2,5}\b/g)) {
        taken.push(
          await timedAsync(() =>
            connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
          ),
        );
      }
    }
  }
  await stop();
  return latencyOf(taken);
}
