import { type ChildProcess, spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { NODE } from './programs.ts';

/** A server process and the connection to it. */
export interface Server {
  readonly connection: ProtocolConnection;
  /** In milliseconds from the spawn to the answer to `initialize`. */
  readonly startup: number;
  stop(): Promise<void>;
}

/** Starts the server as an editor without modules for Node would: over standard input and output. */
export async function startServer(args: readonly string[], folder?: string): Promise<Server> {
  const start = performance.now();
  const child = spawn(NODE, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('window/workDoneProgress/create', () => null);
  const scanned = new Promise<void>(resolve => {
    connection.onNotification('$/progress', ({ value }) => {
      if (value.kind === 'end') resolve();
    });
  });
  connection.listen();
  const workspaceFolders = folder === undefined ? [] : [{ uri: `file://${folder}`, name: 'bench' }];
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: CAPABILITIES,
    workspaceFolders,
    initializationOptions: { system: 'linux' },
  });
  const startup = performance.now() - start;
  await connection.sendNotification('initialized', {});
  // Figures with a folder are those of an editor at rest, not of one that still reads it.
  if (folder !== undefined) await scanned;
  return { connection, startup, stop: () => stop(connection, child) };
}

async function stop(connection: ProtocolConnection, child: ChildProcess): Promise<void> {
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await gone;
  connection.dispose();
}

const CAPABILITIES: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: { workspaceFolders: true },
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    diagnostic: {},
    completion: {},
    references: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
  },
};
