import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Fix, Snapshot } from '../core/analysis.ts';
import type { Convert } from './convert.ts';
import type { Model } from './model.ts';

/** Edits of any documents as the client takes them; undefined where one lies in a document that is not known. */
export function workspaceEdit(
  {
    model,
    convert,
    documentChanges,
  }: { readonly model: Model; readonly convert: Convert; readonly documentChanges: boolean },
  snapshot: Snapshot,
  edits: readonly Edit[],
): WorkspaceEdit | undefined {
  const byPath = new Map<string, TextEdit[]>();
  for (const { path, span, newText } of edits) {
    const facts = snapshot.facts(path);
    if (!facts) return undefined;
    const list = byPath.get(path) ?? [];
    byPath.set(path, list);
    list.push({ range: convert.range(facts, span), newText });
  }
  if (!documentChanges)
    return { changes: Object.fromEntries([...byPath].map(([path, list]) => [model.uri(path), list])) };
  return {
    documentChanges: [...byPath].map(([path, list]) => ({
      // The version keeps the client from applying an edit to a text that has moved on.
      textDocument: { uri: model.uri(path), version: model.openAt(path)?.version ?? null },
      edits: list,
    })),
  };
}

/** The edits of as many fixes as go together, the first in the order of places first; a fix goes whole or not at all. */
export function compatibleEdits(fixes: readonly Fix[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    if (!edits.some(edit => taken.some(other => overlap(edit, other)))) taken.push(...edits);
  }
  return taken;
}

/** Two insertions at one place count too: their order would be a guess. */
function overlap(a: Edit, b: Edit): boolean {
  if (a.path !== b.path) return false;
  return (a.span.start < b.span.end && b.span.start < a.span.end) || a.span.start === b.span.start;
}
