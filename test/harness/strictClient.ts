import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/lsp/server.ts';
import { memoryFiles } from './memoryFiles.ts';
import { noClock, settled } from './noClock.ts';
import { REGISTRY } from './registry.ts';

/** Something that the server sent unasked. */
export interface Sent {
  readonly kind: 'request' | 'notification';
  readonly method: string;
  readonly params: unknown;
}

/** A client with just these capabilities, which writes down all that the server sends. */
export interface StrictClient {
  readonly initialized: InitializeResult;
  readonly sent: readonly Sent[];
  /** Rejects where the server answers with an error. */
  ask<T>(method: string, params: unknown): Promise<T>;
  tell(method: string, params: unknown): Promise<void>;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface StrictOptions {
  readonly capabilities: ClientCapabilities;
  readonly files: Readonly<Record<string, string>>;
  /** What else stands in `initialize`. */
  readonly params?: Partial<InitializeParams>;
}

export async function strictClient({ capabilities, files, params }: StrictOptions): Promise<StrictClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, memoryFiles(files), { registry: () => REGISTRY, after: noClock });
  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const sent: Sent[] = [];
  connection.onNotification((method, given) => void sent.push({ kind: 'notification', method, params: given }));
  connection.onRequest((method, given) => {
    sent.push({ kind: 'request', method, params: given });
    return method === 'workspace/configuration' ? (given as { items: unknown[] }).items.map(() => null) : null;
  });
  // `$/progress` goes its own way in the library.
  connection.onUnhandledProgress(
    given => void sent.push({ kind: 'notification', method: '$/progress', params: given }),
  );
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    ...params,
  });
  await connection.sendNotification('initialized', {});
  return {
    initialized,
    sent,
    ask: (method, given) => connection.sendRequest(method, given),
    tell: (method, given) => connection.sendNotification(method, given),
    idle: settled,
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      server.dispose();
    },
  };
}
