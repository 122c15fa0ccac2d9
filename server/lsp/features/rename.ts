import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  LSPErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { prepareRename, type RenameEdit, renamePort, type Snapshot } from '../../core/analysis.ts';
import { workspaceEdit } from '../edits.ts';
import type { Feature, FeatureContext } from './feature.ts';

export const rename: Feature = {
  capabilities: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  serve(context) {
    const { connection, convert, model, registry, client } = context;
    connection.onPrepareRename(({ textDocument, position }): PrepareRenameResult | null => {
      const { snapshot, path } = model.view(textDocument.uri);
      const facts = snapshot.facts(path);
      if (!facts) return null;
      const prepared = prepareRename(snapshot, registry, path, convert.offset(facts, position));
      if ('refused' in prepared) throw refusal(prepared.refused);
      return { range: convert.range(facts, prepared.span), placeholder: prepared.placeholder };
    });
    connection.onRenameRequest(({ textDocument, position, newName }): WorkspaceEdit | null => {
      const { snapshot, path, checked } = model.view(textDocument.uri);
      const facts = snapshot.facts(path);
      // The old side of a comparison is nothing to edit.
      if (!facts || !checked) return null;
      const canConfirm = client.documentChanges && client.changeAnnotations;
      const renamed = renamePort(snapshot, registry, path, convert.offset(facts, position), newName, canConfirm);
      if ('refused' in renamed) throw refusal(renamed.refused);
      const edit = canConfirm
        ? annotated(context, snapshot, renamed.edits)
        : workspaceEdit({ ...context, documentChanges: client.documentChanges }, snapshot, renamed.edits);
      if (!edit) throw refusal('A file that has the port is not known any more: try again');
      return edit;
    });
  },
};

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** What is only likely waits for a confirmation, which VS Code asks for in its preview. */
function annotated(
  { convert, model }: FeatureContext,
  snapshot: Snapshot,
  edits: readonly RenameEdit[],
): WorkspaceEdit | undefined {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const byPath = new Map<string, AnnotatedTextEdit[]>();
  for (const { path, span, newText, certainty, reason = 'It has the number' } of edits) {
    const facts = snapshot.facts(path);
    if (!facts) return undefined;
    const isSure = certainty === 'certain';
    const annotationId = isSure ? 'same' : reason;
    changeAnnotations[annotationId] ??= isSure
      ? { label: 'The same port' }
      : { label: 'Probably the same port', description: reason, needsConfirmation: true };
    const list = byPath.get(path) ?? [];
    byPath.set(path, list);
    list.push({ range: convert.range(facts, span), newText, annotationId });
  }
  return {
    changeAnnotations,
    documentChanges: [...byPath].map(([path, list]) => ({
      textDocument: { uri: model.uri(path), version: model.openAt(path)?.version ?? null },
      edits: list,
    })),
  };
}
