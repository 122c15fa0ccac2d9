import type { ProtocolConnection } from 'vscode-languageserver/node';
import { PORT_MAP } from '../../server/protocol.ts';
import { longCompose } from './generate.ts';
import { latencyOf, latencyText, timedAsync } from './latency.ts';
import { CLI } from './programs.ts';
import { type Row, round, type Section } from './section.ts';
import { startServer } from './server.ts';
import { mixed, SEED } from './trees.ts';

const COMMAND = 'npm run bench -- requests';
const LINES = 1000;
const KEYS = 60;
const WARM_UP = 20;
/** Of the map, whose rules run on in the background: so few, and after all others. */
const MAPS = 5;

type Params = Readonly<Record<string, unknown>>;

/** What an editor asks for besides hovers and diagnostics, each the first of its kind after a key. */
export async function benchRequests(): Promise<Section> {
  const { folder } = mixed();
  const { connection, stop } = await startServer([CLI, 'lsp', '--stdio'], folder);
  const uri = `file://${folder}/typed/compose.yaml`;
  const text = longCompose(SEED, LINES);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 0, text: `${text}# ` },
  });
  const firstMap = await timedAsync(() => connection.sendRequest(PORT_MAP, { by: 'port' }));
  const taken = await measured(connection, uri, text);
  await stop();
  const key = latencyOf(taken.get(KEY) ?? []);
  const timesOfKey = (time: number): string => `${round(time / key.median)} × a key`;
  return {
    title: 'requests',
    rows: [
      {
        what: 'The first port map, nothing asked before',
        figure: `${round(firstMap)} ms; ${timesOfKey(firstMap)}`,
        command: COMMAND,
      },
      ...[...taken].map(([what, times]): Row => {
        const latency = latencyOf(times);
        const beside = what === KEY ? '' : `; ${timesOfKey(latency.median)}`;
        return { what, figure: `${latencyText(latency)}${beside}`, command: COMMAND };
      }),
    ],
    notes: [
      `Round trips over stdio, the mixed tree open, at a port of a compose file of ${LINES} lines. Each of ${KEYS} keys, after ${WARM_UP} more to warm up, changes a digit of another port, and each request is the first of its kind after it. The median is compared with that of the key.`,
    ],
  };
}

const KEY = 'A key inside the number of a port, until its diagnostics are there';

/** By what was measured: the times, in milliseconds. */
async function measured(
  connection: ProtocolConnection,
  uri: string,
  text: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const textDocument = { uri };
  const [typed, asked] = publishedPorts(text);
  const position = asked;
  const requests: readonly (readonly [what: string, method: string, params: Params])[] = [
    ['Completion after it', 'textDocument/completion', { textDocument, position }],
    [
      'References after it',
      'textDocument/references',
      { textDocument, position, context: { includeDeclaration: true } },
    ],
    [
      'Code actions after it',
      'textDocument/codeAction',
      { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
    ],
  ];
  const taken = new Map<string, number[]>();
  const note = async (what: string, job: () => Promise<unknown>, counts: boolean): Promise<void> => {
    const time = await timedAsync(job);
    if (counts) taken.set(what, [...(taken.get(what) ?? []), time]);
  };
  const type = async (key: number): Promise<void> => {
    const end = { line: typed.line, character: typed.character + 1 };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: key },
      contentChanges: [{ range: { start: typed, end }, text: String(key % 10) }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
  };
  for (let key = 1; key <= WARM_UP + KEYS; key++) {
    const counts = key > WARM_UP;
    await note(KEY, () => type(key), counts);
    for (const [what, method, params] of requests)
      await note(what, () => connection.sendRequest(method, params), counts);
  }
  for (let key = 1; key <= MAPS; key++) {
    await type(WARM_UP + KEYS + key);
    await note('Port map after it', () => connection.sendRequest(PORT_MAP, { by: 'port' }), true);
  }
  return taken;
}

interface At {
  readonly line: number;
  readonly character: number;
}

/** The last digits of two ports that are published: one for the keys, one for the questions. */
function publishedPorts(text: string): readonly [At, At] {
  const found = text.split('\n').flatMap((content, line): At[] => {
    const written = /^ +- "?(?:[\d.]+:)?(\d{4,5}):\d+"?$/d.exec(content)?.indices?.[1];
    return written ? [{ line, character: written[1] - 1 }] : [];
  });
  const [first, second] = found;
  if (!first || !second) throw new Error('The generated compose file publishes nothing');
  return [first, second];
}
