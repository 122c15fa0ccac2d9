import { type Connection, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Registry } from '../../registry/registry.ts';
import type { InitializationOptions } from '../protocol.ts';
import type { After } from './after.ts';
import { clientOf } from './capabilities.ts';
import { FEATURES } from './features/all.ts';
import type { Machine } from './features/machine.ts';
import type { Files } from './files/files.ts';
import { createSession, type Session } from './session.ts';

export interface ServerOptions {
  /** A worker has no disk: there the client sends the text of the registry. */
  registry(sent: InitializationOptions): Registry;
  readonly after: After;
  /** Absent in a browser. */
  readonly machine?: Machine;
}

/** Serves one client. `disk` is undefined where there is none; the client is then asked for all files. */
export function startServer(connection: Connection, disk: Files | undefined, options: ServerOptions): void {
  let session: Session | undefined;
  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    session = createSession(connection, disk, options, client, params);
    return {
      serverInfo: { name: 'portolan' },
      capabilities: {
        positionEncoding: client.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...Object.assign({}, ...FEATURES.map(feature => feature.capabilities?.(client))),
        ...(client.pull && {
          diagnosticProvider: { identifier: 'portolan', interFileDependencies: true, workspaceDiagnostics: true },
        }),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didDelete: ANY_FILE, didRename: ANY_FILE },
        },
      },
    };
  });
  connection.onInitialized(() => session?.start());
  connection.onShutdown(() => session?.stop());
  connection.listen();
}

/** A folder that goes is told by these alone: watchers see the names of files. */
const ANY_FILE = { filters: [{ pattern: { glob: '**/*' } }] };
