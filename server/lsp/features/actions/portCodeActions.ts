import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { type PortAction, portActions, type Snapshot, type Span } from '../../../core/analysis.ts';
import { OPEN_PORT_PAGE } from '../../../protocol.ts';
import type { FeatureContext } from '../feature.ts';
import { canConfirm, renameEdit } from '../renameEdit.ts';
import { changeEdit } from './changeEdit.ts';

/** What can be done with the port at the selection, but for what the fixes offer already. */
export function portCodeActions(
  context: FeatureContext,
  snapshot: Snapshot,
  path: string,
  selection: Span,
  wants: (kind: string) => boolean,
  fixes: readonly CodeAction[],
): readonly CodeAction[] {
  const hasPages = context.client.options.commandLinks === true && wants(LOOK_UP);
  const rewrites = wants(CodeActionKind.RefactorRewrite);
  if (!hasPages && !rewrites) return [];
  const known = new Set(fixes.map(({ edit }) => JSON.stringify(edit)));
  return portActions(snapshot, context.registry, path, selection, canConfirm(context.client)).flatMap(
    (action): readonly CodeAction[] => {
      const { title } = action;
      if (action.kind === 'lookUp') {
        const command = { title, command: OPEN_PORT_PAGE, arguments: [action.port] };
        return hasPages ? [{ title, kind: LOOK_UP, command }] : [];
      }
      const edit = rewrites ? editOf(context, snapshot, action) : undefined;
      return edit && !known.has(JSON.stringify(edit)) ? [{ title, kind: CodeActionKind.RefactorRewrite, edit }] : [];
    },
  );
}

function editOf(
  context: FeatureContext,
  snapshot: Snapshot,
  action: Exclude<PortAction, { kind: 'lookUp' }>,
): WorkspaceEdit | undefined {
  // Of a port that stands in files which are still to be read, some places would keep the old number.
  if (action.kind === 'rename' && !context.isScanned()) return undefined;
  if (action.kind === 'rewrite') return changeEdit(context, snapshot, action.change);
  const { edits } = action;
  // What is sure needs no preview, and may be what a fix does.
  const isSure = edits.every(({ certainty }) => certainty === 'certain');
  return isSure ? changeEdit(context, snapshot, { kind: 'edit', edits }) : renameEdit(context, snapshot, edits);
}

/** Of no kind that LSP names: whoever asks for fixes or rewrites does not ask for this. */
const LOOK_UP = '';
