import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Finding, Snapshot } from '../../../core/analysis.ts';
import { compatibleEdits } from '../../edits.ts';
import type { FeatureContext } from '../feature.ts';
import { changeEdit } from './changeEdit.ts';

/** All safe fixes of a file at once; editors may run it on save. */
export const FIX_ALL: string = `${CodeActionKind.SourceFixAll}.portolan`;

export function fixAll(
  context: FeatureContext,
  snapshot: Snapshot,
  path: string,
  findings: readonly Finding[],
): readonly CodeAction[] {
  // An editor that fixes a file when it is saved must not find others changed.
  const fixes = findings.flatMap(finding =>
    finding.fixes.filter(fix => fix.safety === 'safe' && fix.edits.every(edit => edit.path === path)).slice(0, 1),
  );
  const edits = compatibleEdits(fixes);
  const edit = edits.length > 0 ? changeEdit(context, snapshot, { kind: 'edit', edits }) : undefined;
  return edit ? [{ title: 'Fix all safe Portolan problems', kind: FIX_ALL, edit }] : [];
}
