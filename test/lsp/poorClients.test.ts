import assert from 'node:assert/strict';
import test from 'node:test';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
  InitializeParams,
  InlayHint,
  Location,
  PublishDiagnosticsParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { clientFaults } from '../harness/clientFaults.ts';
import { EDITOR_CLIENTS } from '../harness/editorClients.ts';
import { EVERY_CAPABILITY, withoutEach } from '../harness/everyCapability.ts';
import { type StrictClient, strictClient } from '../harness/strictClient.ts';

const FOLDER = 'file:///work';
const URI = `${FOLDER}/compose.yaml`;
const DISK = 'services:\n  db:\n    image: postgres:16\n    ports:\n      - "${DB_PORT:-5432}:5432"\n';
/** As it is opened: one change goes before all questions. */
const OPENED = `${DISK}      - "\n  web:\n    image: nginx\n    environment:\n      DB: postgres://db:5432/x\n`;
const FILES = {
  [URI]: DISK,
  [`${FOLDER}/.env`]: 'DB_PORT=5432\n',
  [`${FOLDER}/web/Dockerfile`]: 'FROM nginx\nEXPOSE 80\n',
};
const START = { line: 0, character: 0 };
const textDocument = { uri: URI };
/** At the container's side of the mapping, below the comment that is typed first. */
const place = { textDocument, position: { line: 5, character: 26 } };
/** At the host's side, which `.env` sets. */
const hostSide = { textDocument, position: { line: 5, character: 22 } };

/** Opens, edits and asks for all that was announced; the faults are told in words. */
async function tour(capabilities: ClientCapabilities, params: Partial<InitializeParams>): Promise<readonly string[]> {
  const faults = clientFaults(capabilities);
  const client = await strictClient({ capabilities, files: FILES, params });
  const { ask, tell } = client;
  const can = client.initialized.capabilities;
  const found: string[] = [...faults.initialized(client.initialized)];
  const empty = (isEmpty: boolean, what: string): void => void (isEmpty && found.push(`${what}: nothing`));

  await tell('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'yaml', version: 1, text: OPENED } });
  await tell('textDocument/didChange', {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ range: { start: START, end: START }, text: '# mine\n' }],
  });
  await tell('workspace/didChangeConfiguration', { settings: { portolan: { rules: { 'missing-udp': 'off' } } } });
  // Some send what nobody asked for.
  await tell('textDocument/didSave', { textDocument });
  await tell('$/setTrace', { value: 'off' });
  await tell('workspace/didChangeWatchedFiles', { changes: [{ uri: `${FOLDER}/.env`, type: 2 }] });
  await client.idle();

  const hover = await ask<Hover | null>('textDocument/hover', place);
  empty(!JSON.stringify(hover).includes('PostgreSQL'), 'hover');
  found.push(...faults.hover(hover));

  if (can.completionProvider) {
    const position = { line: 6, character: 9 };
    const list = await ask<CompletionList | CompletionItem[] | null>('textDocument/completion', {
      textDocument,
      position,
    });
    const [first] = list === null ? [] : 'items' in list ? list.items : list;
    empty(first === undefined, 'completion');
    found.push(...faults.completion(list));
    if (first && can.completionProvider.resolveProvider)
      found.push(...faults.completion([await ask<CompletionItem>('completionItem/resolve', first)]));
  }
  if (can.referencesProvider) {
    const places = await ask<Location[] | null>('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    empty(places === null || places.length === 0, 'references');
  }
  if (can.documentHighlightProvider)
    empty((await ask<unknown[] | null>('textDocument/documentHighlight', place))?.length === 0, 'highlights');
  if (can.renameProvider) {
    if (typeof can.renameProvider === 'object') await ask('textDocument/prepareRename', hostSide);
    const edit = await ask<WorkspaceEdit | null>('textDocument/rename', { ...hostSide, newName: '15432' });
    empty(edit === null, 'rename');
    found.push(...faults.edit(edit));
  }
  if (can.codeActionProvider) {
    const actions = await ask<CodeAction[] | null>('textDocument/codeAction', {
      textDocument,
      range: { start: hostSide.position, end: hostSide.position },
      context: { diagnostics: [] },
    });
    empty(actions === null || actions.length === 0, 'actions');
    found.push(...faults.actions(actions));
  }
  if (can.inlayHintProvider) {
    const range = { start: START, end: { line: 12, character: 0 } };
    found.push(...faults.inlayHints(await ask<InlayHint[] | null>('textDocument/inlayHint', { textDocument, range })));
  }
  found.push(...(await diagnosticsOf(client, faults.diagnostics)));
  await tell('textDocument/didClose', { textDocument });
  await client.idle();
  found.push(...client.sent.flatMap(message => faults.sent(message)));
  // 1: an error, which only a fault of ours writes.
  const log = client.sent.filter(({ method }) => method === 'window/logMessage') as { params: { type: number } }[];
  found.push(...log.filter(({ params: { type } }) => type === 1).map(message => JSON.stringify(message.params)));
  await client.stop();
  return [...new Set(found)];
}

async function diagnosticsOf(
  { initialized, ask, sent }: StrictClient,
  faults: ReturnType<typeof clientFaults>['diagnostics'],
): Promise<readonly string[]> {
  if (initialized.capabilities.diagnosticProvider) {
    const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    await ask('workspace/diagnostic', { previousResultIds: [] });
    if (report.kind !== 'full' || report.items.length === 0) return ['diagnostics: none pulled'];
    return faults(report.items);
  }
  const pushed = sent.filter(({ method }) => method === 'textDocument/publishDiagnostics');
  const { diagnostics = [] } = (pushed.at(-1)?.params ?? {}) as Partial<PublishDiagnosticsParams>;
  return diagnostics.length === 0 ? ['diagnostics: none pushed'] : faults(diagnostics);
}

function check(
  title: string,
  capabilities: ClientCapabilities,
  params: Partial<InitializeParams> = { workspaceFolders: [{ uri: FOLDER, name: 'work' }] },
): void {
  test(title, async () => assert.deepEqual(await tour(capabilities, params), []));
}

test('the watch is awake: an able client is sent all of it', async () => {
  const client = await strictClient({
    capabilities: EVERY_CAPABILITY,
    files: FILES,
    params: { workspaceFolders: [{ uri: FOLDER, name: 'work' }] },
  });
  await client.idle();
  const sent = new Set(client.sent.map(({ method }) => method));
  for (const method of ['client/registerCapability', 'workspace/configuration', 'window/workDoneProgress/create'])
    assert.ok(sent.has(method), method);
  await client.stop();
});

check('a client that can do everything', EVERY_CAPABILITY);
for (const [missing, capabilities] of withoutEach()) check(`without ${missing}`, capabilities);
for (const [editor, { capabilities, params }] of Object.entries(EDITOR_CLIENTS))
  check(editor, capabilities, params(FOLDER));
check('a client that can do nothing', {});
check('a client that can do nothing and has no folder', {}, {});
check('a client of LSP 3.0', { workspace: { applyEdit: true }, textDocument: {} }, { rootUri: FOLDER });
check('odd options', {}, { initializationOptions: ['portolan'], workspaceFolders: null, rootUri: FOLDER });
