import {
  CancellationTokenSource,
  type Connection,
  DidChangeConfigurationNotification,
  type Disposable,
  type InitializeParams,
} from 'vscode-languageserver';
import { projectRootOf } from '../core/analysis.ts';
import { createPulse } from './after.ts';
import type { Client } from './capabilities.ts';
import { createConvert } from './convert.ts';
import { servePulls } from './diagnostics/pullDiagnostics.ts';
import { createPush } from './diagnostics/pushDiagnostics.ts';
import { createRefresh } from './diagnostics/refresh.ts';
import { createReports } from './diagnostics/reports.ts';
import { serveDocuments } from './documents.ts';
import { FEATURES } from './features/all.ts';
import { chooseFiles, clientFiles } from './files/clientFiles.ts';
import type { Cancel, Files } from './files/files.ts';
import { createLoader } from './files/loader.ts';
import { scanFolders } from './files/scan.ts';
import { createStatus } from './files/status.ts';
import { serveFileChanges, watchFiles } from './files/watch.ts';
import { type Folder, folderOf, foldersOf } from './folders.ts';
import { createModel } from './model.ts';
import type { ServerOptions } from './server.ts';
import { fetchSections, givenSections, SECTION, sectionOf } from './settings/configuration.ts';
import { type FolderSettings, folderSettings } from './settings/folderSettings.ts';

/** The server's work for a client whose abilities are known. */
export interface Session {
  /** The client is ready to be asked: settings, then watching and the scan. Nothing is read before. */
  start(): void;
  stop(): void;
}

export function createSession(
  connection: Connection,
  disk: Files | undefined,
  { registry: registryFor, after, machine }: ServerOptions,
  client: Client,
  params: InitializeParams,
): Session {
  const work = new CancellationTokenSource();
  const cancel = work.token;
  const failed = (error: unknown): void => {
    if (!cancel.isCancellationRequested) connection.console.error(wordsOf(error));
  };
  const attempt = (job: () => Promise<void>): void => void job().catch(failed);

  // What the client sent by itself holds until it is asked, and for good where it cannot be.
  let given: unknown = sectionOf(params.initializationOptions);
  let sections = givenSections(foldersOf(params), given);
  let settings: FolderSettings = folderSettings(foldersOf(params), sections, () => undefined);
  let watching: Disposable | undefined;
  let setReady = (): void => undefined;
  let isScanned = false;
  let setScanned = (): void => undefined;
  const scanned = new Promise<void>(resolve => (setScanned = resolve)).then(() => {
    isScanned = true;
  });
  const ready = client.configuration ? new Promise<void>(resolve => (setReady = resolve)) : Promise.resolve();

  const registry = registryFor(client.options);
  const convert = createConvert(client.encoding);
  const files = chooseFiles(disk, clientFiles(connection), client.options.clientFiles === true);
  const model = createModel(settings.recogniser, (path, error) => failed(`${path}: ${wordsOf(error)}`));
  model.setFolders(foldersOf(params));
  const loader = createLoader(model, files, after, cancel);
  const showing = { connection, client, convert, uri: model.uri, model, registry };
  const reports = createReports({ ...showing, failed }, settings);
  const push = client.pull ? undefined : createPush(connection, client, model, reports);
  const refresh = createRefresh({ connection, client, model, after, loader, reports, push });
  const onSettings: (() => void)[] = [];
  const onChanged: (() => void)[] = [];
  const settle = async (): Promise<void> => {
    await refresh.runClosed();
    for (const listener of onChanged) listener();
    status.changed();
  };
  const later = createPulse(after, BEFORE_CLOSED, settle, failed);
  const pulse = createPulse(
    after,
    BETWEEN_REFRESHES,
    () => {
      followProjects();
      return refresh.run().finally(later.poke);
    },
    failed,
  );
  const changed = (): void => {
    refresh.all();
    pulse.poke();
  };

  const status = createStatus({
    connection,
    model,
    after,
    cancel,
    isShown: client.options.status === true,
    readOn: () => attempt(() => scan(model.folders())),
  });
  const finder = { files, model, bindings: () => settings.bindings };
  const scan = async (folders: readonly Folder[]): Promise<void> => {
    const isWhole = folders.length === model.folders().length;
    const showsProgress = client.options.status !== true;
    if (folders.length > 0)
      await status.during(isWhole, (stopped, onRead) =>
        scanFolders({ ...finder, connection, loader, showsProgress, onRead }, folders, anyOf(cancel, stopped)),
      );
    changed();
  };
  const watch = async (): Promise<void> => {
    if (!client.watch) return;
    watching?.dispose();
    watching = await watchFiles(connection, settings.bindings);
  };
  const combined = (): FolderSettings =>
    folderSettings(model.folders(), sections, folder => model.snapshot().project(folder.path));
  /** True where other files than before may hold ports. */
  const apply = (next: FolderSettings): boolean => {
    const rebound = next.key !== settings.key;
    settings = next;
    reports.setSettings(next);
    for (const listener of onSettings) listener();
    if (rebound) model.setRecogniser(next.recogniser);
    return rebound;
  };
  const readSettings = async (): Promise<boolean> => {
    const folders = model.folders();
    sections = client.configuration ? await fetchSections(connection, folders, given) : givenSections(folders, given);
    await loader.load(
      folders.map(({ path }) => model.uri(projectRootOf(path).file)),
      false,
      cancel,
    );
    const next = combined();
    for (const problem of next.problems) connection.console.warn(problem);
    return apply(next);
  };
  /** Levels and plans are looked up where they are needed; which files are read, and as what, is not. */
  const followProjects = (): void => {
    const next = combined();
    if (next.key === settings.key) return;
    apply(next);
    attempt(async () => {
      await watch();
      await scan(model.folders());
    });
  };

  serveDocuments({ connection, convert, model, loader, push, reports, refresh, pulse, cancel, attempt });
  serveFileChanges({ ...finder, connection, loader, cancel, attempt, changed });
  if (client.pull) servePulls({ connection, model, reports, loader, after, ready });
  for (const feature of FEATURES)
    feature.serve({
      ...showing,
      after,
      machine,
      scanned,
      isScanned: () => isScanned,
      marks: reports.marks,
      settings: () => settings,
      onSettings: listener => void onSettings.push(listener),
      onChanged: listener => void onChanged.push(listener),
    });

  const onFolders = (): void => {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => folderOf(uri).path));
      const come = added.map(({ uri }) => folderOf(uri));
      model.setFolders([...model.folders().filter(({ path }) => !gone.has(path)), ...come]);
      attempt(async () => scan((await readSettings()) ? model.folders() : come));
    });
  };
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    given = sectionOf(sent) ?? given;
    attempt(async () => {
      if (!(await readSettings())) return changed();
      await watch();
      await scan(model.folders());
    });
  });

  return {
    start() {
      if (client.workspaceFolders) onFolders();
      attempt(async () => {
        await readSettings().finally(setReady);
        attempt(watch);
        if (client.configurationEvents)
          attempt(async () => {
            await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
          });
        await scan(model.folders()).finally(setScanned);
      });
    },
    stop() {
      work.cancel();
      pulse.stop();
      later.stop();
    },
  };
}

function anyOf(...all: readonly Cancel[]): Cancel {
  return {
    get isCancellationRequested() {
      return all.some(each => each.isCancellationRequested);
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** In milliseconds: typing pokes at every key. */
const BETWEEN_REFRESHES = 100;
const BEFORE_CLOSED = 1500;
