import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { portActions, type Snapshot, type Span } from '../../../core/analysis.ts';
import { OPEN_PORT_PAGE } from '../../../protocol.ts';
import type { FeatureContext } from '../feature.ts';
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
  return portActions(snapshot, context.registry, path, selection).flatMap((action): readonly CodeAction[] => {
    const { title } = action;
    if (action.kind === 'lookUp') {
      const command = { title, command: OPEN_PORT_PAGE, arguments: [action.port] };
      return hasPages ? [{ title, kind: LOOK_UP, command }] : [];
    }
    const edit = rewrites ? changeEdit(context, snapshot, action.change) : undefined;
    return edit && !known.has(JSON.stringify(edit)) ? [{ title, kind: CodeActionKind.RefactorRewrite, edit }] : [];
  });
}

/** Of no kind that LSP names: whoever asks for fixes or rewrites does not ask for this. */
const LOOK_UP = '';
