import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type After, createBreath, within } from '../after.ts';
import type { Loader } from '../files/loader.ts';
import type { Model } from '../model.ts';
import { pathOf } from '../uris.ts';
import type { Report, Reports } from './reports.ts';

export interface PullContext {
  readonly connection: Connection;
  readonly model: Model;
  readonly reports: Reports;
  readonly loader: Loader;
  readonly after: After;
  /** Resolves when the settings are known: before that every answer would be a guess. */
  readonly ready: Promise<void>;
}

/** Answers clients that ask for diagnostics. */
export function servePulls(context: PullContext): void {
  const { connection, model, reports, loader, after, ready } = context;

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    await ready;
    // What the document depends on is mostly read in no time; where it is not, a refresh follows.
    await within(after, LONGEST_WAIT, loader.settle());
    refuseIfCancelled(token);
    const { path, document, checked } = model.view(textDocument.uri);
    if (!checked) return { kind: 'full', items: [] };
    return answer(document ? reports.open(path) : reports.closed(path), previousResultId);
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    await ready;
    const before = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), { uri, value }]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const breathe = createBreath(after);
    for (const path of new Set([...listed(model), ...before.keys()])) {
      await breathe();
      refuseIfCancelled(token);
      // An open document is asked for by itself.
      if (model.openAt(path)) continue;
      const known = before.get(path);
      const report = model.isListed(path) ? reports.closed(path) : NOTHING;
      if (!known && report.items.length === 0) continue;
      if (!model.isListed(path)) reports.forget(path);
      items.push({ uri: known?.uri ?? model.uri(path), version: null, ...answer(report, known?.value) });
      if (partial && items.length >= PART) partial.report({ items: items.splice(0) });
    }
    return { items };
  });
}

function answer(report: Report, previous: string | undefined): DocumentDiagnosticReport {
  const { resultId, items } = report;
  return resultId !== '' && resultId === previous
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', ...(resultId !== '' && { resultId }), items: items as Diagnostic[] };
}

function* listed(model: Model): Iterable<string> {
  for (const { path } of model.snapshot().documents()) if (model.isListed(path)) yield path;
}

function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** For a file that is gone: the client may forget it. */
const NOTHING: Report = { resultId: '', items: [] };

/** In milliseconds. */
const LONGEST_WAIT = 500;
const PART = 100;
