import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  type ConfigurationItem,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentHighlight,
  type Hover,
  type InitializeResult,
  type Location,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentClientCapabilities,
  type TextDocumentContentChangeEvent,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Machine } from '../../server/lsp/features/machine.ts';
import { startServer } from '../../server/lsp/server.ts';
import { type MemoryFiles, memoryFiles } from './memoryFiles.ts';
import { noClock, settled } from './noClock.ts';
import { REGISTRY } from './registry.ts';

export interface PairOptions {
  readonly capabilities?: ClientCapabilities;
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** False: a server without a disk, as in the browser. */
  readonly disk?: boolean;
  /** What listens; absent: a server that runs in a browser. */
  readonly machine?: Machine;
  readonly initializationOptions?: unknown;
  /** What the client has in its `portolan` section. */
  readonly configuration?: (item: ConfigurationItem) => unknown;
}

/** A server and a client that speak over two streams, as an editor and its server do. */
export interface Pair {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly files: MemoryFiles;
  /** The last diagnostics sent for each URI. */
  readonly published: Map<string, PublishDiagnosticsParams>;
  readonly progress: { readonly token: unknown; readonly value: { readonly kind: string } }[];
  readonly registrations: Registration[];
  readonly log: string[];
  refreshes(): number;
  open(uri: string, text: string, language?: string): void;
  change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** The findings of one file, as `rule text`. */
  problems(uri: string, text: string): Promise<readonly string[]>;
  pullWorkspace(previous?: Readonly<Record<string, string>>): Promise<readonly WorkspaceDocumentDiagnosticReport[]>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  actions(uri: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]>;
  references(uri: string, position: Position, includeDeclaration?: boolean): Promise<readonly Location[] | null>;
  highlights(uri: string, position: Position): Promise<readonly DocumentHighlight[] | null>;
  prepareRename(uri: string, position: Position): Promise<{ range: Range; placeholder: string } | null>;
  rename(uri: string, position: Position, newName: string): Promise<WorkspaceEdit | null>;
  /** Until something holds; fails if it never does. */
  until(condition: () => boolean): Promise<void>;
  /** Long enough for everything under way to come to its end. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPair(options: PairOptions = {}): Promise<Pair> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const files = memoryFiles(options.files);
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, options.disk === false ? undefined : files, {
    registry: () => REGISTRY,
    after: noClock,
    ...(options.machine && { machine: options.machine }),
  });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));

  const published = new Map<string, PublishDiagnosticsParams>();
  const progress: Pair['progress'] = [];
  const registrations: Registration[] = [];
  const log: string[] = [];
  let refreshes = 0;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params);
  });
  connection.onNotification('$/progress', (params: Pair['progress'][number]) => void progress.push(params));
  connection.onNotification('window/logMessage', (params: { message: string }) => void log.push(params.message));
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  connection.onRequest('client/registerCapability', params => {
    registrations.push(...params.registrations);
    return null;
  });
  connection.onRequest('client/unregisterCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: ConfigurationItem[] }) =>
    items.map(item => options.configuration?.(item) ?? null),
  );
  connection.onRequest('portolan/findFiles', ({ folder }) =>
    [...files.texts.keys()].filter(uri => uri.startsWith(`${folder}/`)),
  );
  connection.onRequest('portolan/readFile', ({ uri }) => files.read(uri).then(text => text ?? null));
  connection.listen();

  const folders = options.folders ?? [];
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? FULL,
    workspaceFolders: folders.map(uri => ({ uri, name: uri })),
    initializationOptions: options.initializationOptions,
  });
  void connection.sendNotification('initialized', {});

  const tell = (method: string, params: unknown): void => void connection.sendNotification(method, params);
  const pull: Pair['pull'] = (uri, previousResultId) =>
    connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  return {
    connection,
    initialized,
    files,
    published,
    progress,
    registrations,
    log,
    refreshes: () => refreshes,
    open: (uri, text, languageId = 'yaml') =>
      tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, ...contentChanges) =>
      tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: uri => tell('textDocument/didClose', { textDocument: { uri } }),
    pull,
    async problems(uri, text) {
      const report = await pull(uri);
      return report.kind === 'full' ? shown(text, report.items) : ['unchanged'];
    },
    async pullWorkspace(previous = {}) {
      const previousResultIds = Object.entries(previous).map(([uri, value]) => ({ uri, value }));
      const report = await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds,
      });
      return report.items;
    },
    hover: (uri, position) => connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    actions: (uri, range, only) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
    references: (uri, position, includeDeclaration = true) =>
      connection.sendRequest('textDocument/references', {
        textDocument: { uri },
        position,
        context: { includeDeclaration },
      }),
    highlights: (uri, position) =>
      connection.sendRequest('textDocument/documentHighlight', { textDocument: { uri }, position }),
    prepareRename: (uri, position) =>
      connection.sendRequest('textDocument/prepareRename', { textDocument: { uri }, position }),
    rename: (uri, position, newName) =>
      connection.sendRequest('textDocument/rename', { textDocument: { uri }, position, newName }),
    async until(condition) {
      for (let turn = 0; turn < 2000; turn++) {
        if (condition()) return;
        await nextTurn();
      }
      throw new Error('it never came to hold');
    },
    idle: settled,
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      server.dispose();
    },
  };
}

/** `datastore-published 5432` for each, in UTF-16. */
export function shown(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, range }) => `${code} ${textAt(text, range)}`);
}

export function textAt(text: string, { start, end }: Range): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const offset = ({ line, character }: Position): number => lines.slice(0, line).join('').length + character;
  return text.slice(offset(start), offset(end));
}

/** An editor that can do everything, as VS Code can. */
export const FULL: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      versionSupport: true,
    },
    diagnostic: {},
    rename: { prepareSupport: true },
    completion: { completionItem: { labelDetailsSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    inlayHint: { dynamicRegistration: true, resolveSupport: { properties: ['tooltip'] } },
    codeAction: { isPreferredSupport: true, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** Pulls nothing and is sent diagnostics, as Emacs and older editors are. */
export const PUSHED: ClientCapabilities = { ...FULL, textDocument: withoutPull(FULL.textDocument) };

function withoutPull({ diagnostic: _, ...rest }: TextDocumentClientCapabilities = {}): TextDocumentClientCapabilities {
  return rest;
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
