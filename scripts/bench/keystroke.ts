import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, findingsOf, hover } from '../../server/core/analysis.ts';
import { longCompose } from './generate.ts';
import { HOVER_OPTIONS, type Inside, inside } from './inside.ts';
import { latencyOf, latencyText, timed, timedAsync } from './latency.ts';
import { CLI } from './programs.ts';
import type { Row, Section } from './section.ts';
import { startServer } from './server.ts';
import { mixed, pathsIn, SEED } from './trees.ts';

const COMMAND = 'npm run bench -- keystroke';
const LINES = 1000;
const KEYS = 200;
/** Until the compiler has seen enough; an editor's first keys are that slow too, so the longest of all is told as well. */
const WARM_UP = 50;

/** A key typed into a compose file of 1,000 lines, until its diagnostics are there. */
export async function benchKeystroke(): Promise<Section> {
  const { folder } = mixed();
  const text = longCompose(SEED, LINES);
  const alone = inside(undefined);
  const manifest = pathsIn(folder).find(path => /\/deploy\/[^/]+\.yaml$/.test(path)) ?? '';
  return {
    title: 'keystroke',
    rows: [
      ...inCore(alone, '/bench/compose.yaml', text, 'alone'),
      ...inCore(inside(folder), join(folder, 'typed/compose.yaml'), text, `among those of the mixed tree`),
      ...inCore(inside(folder), manifest, readFileSync(manifest, 'utf8'), 'in a Kubernetes manifest of the mixed tree'),
      await overStdio('alone', text, undefined),
      await overStdio(`among those of the mixed tree`, text, folder),
    ],
    notes: [
      `Each of ${KEYS} keys, after ${WARM_UP} more to warm up, makes a comment longer by one character. Inside: the core reads the whole file and judges it anew, run from source in this process. Over stdio: \`textDocument/didChange\`, then \`textDocument/diagnostic\` until its answer.`,
      'The first hover after a key makes anew what is known of the whole workspace, so it has a row of its own.',
    ],
  };
}

function inCore({ workspace, registry }: Inside, path: string, text: string, where: string): readonly Row[] {
  const keys: number[] = [];
  const hovers: number[] = [];
  const offset = workspace.set(path, text)?.occurrences[0]?.span.start ?? 0;
  for (let key = 1; key <= WARM_UP + KEYS; key++) {
    // At the end, so that the place that is hovered over stays.
    const typed = `${text}# ${'x'.repeat(key)}\n`;
    const time = timed(() => {
      workspace.set(path, typed);
      findingsOf(workspace.snapshot(), registry, path, DEFAULT_SETTINGS);
    });
    const after = timed(() => hover(workspace.snapshot(), registry, path, offset, HOVER_OPTIONS));
    if (key > WARM_UP) {
      keys.push(time);
      hovers.push(after);
    }
  }
  return [
    { what: `Inside the server, ${where}`, figure: latencyText(latencyOf(keys)), command: COMMAND },
    { what: `First hover after it, ${where}`, figure: latencyText(latencyOf(hovers)), command: COMMAND },
  ];
}

async function overStdio(where: string, text: string, folder: string | undefined): Promise<Row> {
  const { connection, stop } = await startServer([CLI, 'lsp', '--stdio'], folder);
  const uri = `file://${folder ?? '/bench'}/typed/compose.yaml`;
  const opened = { uri, languageId: 'yaml', version: 0, text: `${text}# ` };
  await connection.sendNotification('textDocument/didOpen', { textDocument: opened });
  const line = text.split('\n').length - 1;
  const type = async (version: number): Promise<void> => {
    const position = { line, character: version + 1 };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: 'x' }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  };
  const taken: number[] = [];
  for (let key = 1; key <= WARM_UP + KEYS; key++) {
    const time = await timedAsync(() => type(key));
    if (key > WARM_UP) taken.push(time);
  }
  await stop();
  return { what: `Round trip over stdio, ${where}`, figure: latencyText(latencyOf(taken)), command: COMMAND };
}
