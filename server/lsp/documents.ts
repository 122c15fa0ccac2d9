import type {
  Connection,
  DidChangeTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linesOf } from '../core/analysis.ts';
import type { Pulse } from './after.ts';
import type { Convert, Source } from './convert.ts';
import type { Push } from './diagnostics/pushDiagnostics.ts';
import type { Refresh } from './diagnostics/refresh.ts';
import type { Reports } from './diagnostics/reports.ts';
import type { Cancel } from './files/files.ts';
import type { Loader } from './files/loader.ts';
import type { Model } from './model.ts';
import { pathOf } from './uris.ts';

/** What the editor has open. A value: an edit makes a new one. */
export interface OpenDocument extends Source {
  /** As the client spells it; answers about this document use it. */
  readonly uri: string;
  readonly path: string;
  readonly language: string;
  readonly version: number;
}

export interface DocumentsContext {
  readonly connection: Connection;
  readonly convert: Convert;
  readonly model: Model;
  readonly loader: Loader;
  readonly push: Push | undefined;
  readonly reports: Reports;
  readonly refresh: Refresh;
  readonly pulse: Pulse;
  readonly cancel: Cancel;
  attempt(job: () => Promise<void>): void;
}

/** Follows what the editor opens, edits and closes. */
export function serveDocuments(context: DocumentsContext): void {
  const { connection, convert, model, loader, push, reports, refresh, pulse, cancel, attempt } = context;
  const edited = (document: OpenDocument): void => {
    model.open(document);
    refresh.edited(document.path);
    pulse.poke();
  };
  connection.onDidOpenTextDocument(({ textDocument }) => edited(openDocument(textDocument)));
  connection.onDidChangeTextDocument(params => {
    const document = model.document(params.textDocument.uri);
    if (document) edited(changeDocument(document, params, convert));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const path = pathOf(uri);
    const stored = model.close(uri);
    push?.close(uri);
    if (!model.openAt(path) && !model.isListed(path)) reports.forget(path);
    // What was typed and not saved is gone: the stored text counts again.
    attempt(async () => {
      if (stored) await loader.load([uri], model.isListed(path), cancel);
      pulse.poke();
    });
  });
}

function openDocument({ uri, languageId, version, text }: TextDocumentItem): OpenDocument {
  return { uri, path: pathOf(uri), language: languageId, version, ...source(text) };
}

/** Each change counts in the text that the one before it left. */
function changeDocument(
  document: OpenDocument,
  { contentChanges, textDocument: { version } }: DidChangeTextDocumentParams,
  convert: Convert,
): OpenDocument {
  const text = TextDocument.create(document.uri, document.language, document.version, document.text);
  for (const change of contentChanges) TextDocument.update(text, [inUtf16(change, text, convert)], version);
  return { ...document, ...source(text.getText()), version };
}

/** The library counts in UTF-16, whatever was agreed with the client. */
function inUtf16(change: TextDocumentContentChangeEvent, text: TextDocument, convert: Convert): typeof change {
  if (!('range' in change)) return change;
  const before = source(text.getText());
  const place = (position: Position): Position => text.positionAt(convert.offset(before, position));
  return { text: change.text, range: { start: place(change.range.start), end: place(change.range.end) } };
}

function source(text: string): Source {
  return { text, lines: linesOf(text) };
}
