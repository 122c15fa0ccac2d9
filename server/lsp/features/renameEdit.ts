import type { AnnotatedTextEdit, ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver';
import type { RenameEdit, Snapshot } from '../../core/analysis.ts';
import type { Client } from '../capabilities.ts';
import { workspaceEdit } from '../edits.ts';
import type { FeatureContext } from './feature.ts';

/** The client shows edits that are only likely right, and waits for somebody to confirm them. */
export function canConfirm({ documentChanges, changeAnnotations }: Client): boolean {
  return documentChanges && changeAnnotations;
}

/** As the client takes it; undefined where a file is not known any more. */
export function renameEdit(
  context: FeatureContext,
  snapshot: Snapshot,
  edits: readonly RenameEdit[],
): WorkspaceEdit | undefined {
  const { client } = context;
  return canConfirm(client)
    ? annotated(context, snapshot, edits)
    : workspaceEdit({ ...context, documentChanges: client.documentChanges }, snapshot, edits);
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
