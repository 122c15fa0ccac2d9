import type { WorkspaceEdit } from 'vscode-languageserver';
import type { ProjectChange, Snapshot } from '../../../core/analysis.ts';
import { workspaceEdit } from '../../edits.ts';
import type { FeatureContext } from '../feature.ts';

/** A change as the client takes it; undefined where it cannot make the file that it is about. */
export function changeEdit(
  { model, convert, client: { documentChanges, fileCreation } }: FeatureContext,
  snapshot: Snapshot,
  change: ProjectChange | undefined,
): WorkspaceEdit | undefined {
  if (change?.kind === 'edit') return workspaceEdit({ model, convert, documentChanges }, snapshot, change.edits);
  // Neovim says that it makes files, and not that it takes the list in which alone that can be asked for.
  if (!change || !fileCreation) return undefined;
  const uri = model.uri(change.path);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: change.text }] },
    ],
  };
}
