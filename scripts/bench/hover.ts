import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hover, type Snapshot } from '../../server/core/analysis.ts';
import { HOVER_OPTIONS, inside } from './inside.ts';
import { type Latency, latencyOf, latencyText, timed, timedAsync } from './latency.ts';
import { CLI } from './programs.ts';
import { atMost, type Row, type Section } from './section.ts';
import { startServer } from './server.ts';
import { mixed, pathsIn } from './trees.ts';

const COMMAND = 'npm run bench -- hover';

/** Ports hovered over: in the core, and through a pipe. */
export async function benchHover(): Promise<Section> {
  const { folder } = mixed();
  const [repository = folder] = readdirSync(folder)
    .toSorted()
    .map(name => join(folder, name));
  const small = inCore(repository, 10);
  const large = inCore(folder, 1);
  const piped = await overStdio(folder);
  return {
    title: 'hover',
    rows: [
      row(
        `Inside the server: each of ${small.places} ports in one repository, 10 times, after a first pass`,
        small.latency,
        1,
      ),
      row(
        `Each of ${large.places} ports in all repositories of the mixed tree, as one workspace, after a first pass`,
        large.latency,
        1,
      ),
      row('The first pass over the one repository: nothing compiled, the registry unread', small.cold),
      row('Round trip over stdio, the mixed tree open', piped, 5),
    ],
    notes: [
      "Inside: the core's `hover()`, run from source in this process. Over stdio: `node dist/cli.js lsp --stdio`, a request at a time.",
    ],
  };
}

function row(what: string, latency: Latency, most?: number): Row {
  const target = most === undefined ? {} : { target: atMost(latency.p99, most, `p99 under ${most} ms`) };
  return { what, figure: latencyText(latency), ...target, command: COMMAND };
}

interface InCore {
  readonly places: number;
  readonly cold: Latency;
  readonly latency: Latency;
}

function inCore(folder: string, passes: number): InCore {
  const { workspace, registry } = inside(folder);
  const snapshot = workspace.snapshot();
  const places = placesOf(snapshot);
  const answer = ({ path, offset }: Place): unknown => hover(snapshot, registry, path, offset, HOVER_OPTIONS);
  // A server is started once and asked all day: what the first pass costs has a row of its own.
  const cold = latencyOf(places.map(place => timed(() => answer(place))));
  const taken: number[] = [];
  for (let pass = 0; pass < passes; pass++) taken.push(...places.map(place => timed(() => answer(place))));
  return { places: places.length, cold, latency: latencyOf(taken) };
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
